/// Chooses how many waves a pattern has, and how persistent the rest is, by Akaike's corrected criterion.
struct HarmonicSelection {
    let values: ContiguousArray<Double>
    let period: LongPeriod
    private static let counts = [0, 1, 2, 3, 4, 6, 8, 10]

    /// - Parameter series: its season is taken out here where it is shorter than the period.
    init(_ series: ScaledSeries, _ period: LongPeriod) {
        self.period = period
        values = Self.deseasoned(series, season: period.season)
    }

    static func deseasoned(_ series: ScaledSeries, season: Int) -> ContiguousArray<Double> {
        let bridged = series.bridged
        let short = ClassicalDecomposition(bridged, season: season, pattern: .additive)
        return short?.adjusted(bridged) ?? bridged
    }

    func best() -> HarmonicRegression {
        var best = HarmonicRegression(period: period.length, harmonics: 0, persistence: 0)
        var lowest = Double.infinity
        for harmonics in Self.counts where Double(harmonics) < period.length / 2 {
            guard let (regression, squares) = settled(harmonics) else { continue }
            let criterion = InformationCriterion.corrected(
                InformationCriterion.deviance(squares: squares, observations: values.count),
                parameters: 2 * harmonics + 4, observations: values.count)
            if criterion < lowest { (best, lowest) = (regression, criterion) }
        }
        return best
    }

    /// Pattern and persistence in turn, twice, which is as far as they move.
    private func settled(_ harmonics: Int) -> (HarmonicRegression, Double)? {
        var regression = HarmonicRegression(period: period.length, harmonics: harmonics, persistence: 0.5)
        for _ in 0..<2 {
            guard let pattern = regression.pattern(values) else { return nil }
            let rest = ContiguousArray(values.indices.map { values[$0] - pattern.value($0) })
            let line = LeastSquaresLine(rest)
            let deviations = ContiguousArray(
                rest.enumerated().map { $0.element - line.intercept - line.slope * Double($0.offset + 1) })
            let persistence = min(max(SeasonalityTest.autocorrelation(deviations, lag: 1), 0), 0.99)
            regression = HarmonicRegression(period: period.length, harmonics: harmonics, persistence: persistence)
        }
        return regression.pattern(values).map { (regression, $0.squares) }
    }
}
