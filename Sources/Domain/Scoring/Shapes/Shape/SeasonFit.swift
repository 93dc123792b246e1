import Foundation

/// A yearly season of a few harmonics beside a line, fitted by least squares, with a check on a year held back.
struct SeasonFit {
    /// Season of every known value, mean about zero.
    let season: [Double]
    /// What neither the line nor the season explains.
    let residuals: [Double]
    /// Per step.
    let slope: Double
    let harmonics: Int
    let evidence: SeasonEvidence

    /// Nil without two cycles, with more than half of the values missing or with fewer than six steps a cycle.
    init?(_ series: SteadySeries, seasonDays: Double) {
        let period = seasonDays / Double(series.stepDays)
        let cycles = Double(series.steps) / period
        // 104 weeks are two years but for two days.
        guard period >= 6, Double(series.steps + 1) / period >= 2, 2 * series.values.count >= series.steps else {
            return nil
        }
        let harmonics = min(3, Int(period / 3))
        let rows = series.places.map { place in
            [1, Double(place) / period] + Self.waves(at: place, period: period, harmonics: harmonics)
        }
        guard let found = LeastSquares.coefficients(rows: rows, values: series.values) else { return nil }
        let season = rows.map { row in zip(row, found).dropFirst(2).reduce(0) { $0 + $1.0 * $1.1 } }
        let residuals = zip(series.values, zip(rows, season)).map { $0 - found[0] - found[1] * $1.0[1] - $1.1 }
        self.season = season
        self.residuals = residuals
        self.harmonics = harmonics
        slope = found[1] / period
        let both = zip(season, residuals).map { $0 + $1 }
        let (rest, whole) = (Self.variance(residuals), Self.variance(both))
        evidence = SeasonEvidence(
            cycles: cycles, strength: whole > 0 ? min(1, max(0, 1 - rest / whole)) : 0,
            heldOut: Self.heldOut(series, period: period, harmonics: harmonics),
            range: (season.max() ?? 0) - (season.min() ?? 0))
    }

    /// The season of all but the last cycle against that cycle, both without their mean.
    private static func heldOut(_ series: SteadySeries, period: Double, harmonics: Int) -> Double {
        let split = Double(series.steps) - period
        let learnt = series.places.prefix { Double($0) < split }.count
        let places = series.places[learnt...]
        guard places.count >= 4 else { return 0 }
        // One cycle cannot tell a line from a season.
        let hasLine = split >= 1.5 * period
        let rows = series.places.map { place in
            (hasLine ? [1, Double(place) / period] : [1])
                + waves(at: place, period: period, harmonics: harmonics)
        }
        guard
            let found = LeastSquares.coefficients(rows: Array(rows[..<learnt]), values: Array(series.values[..<learnt]))
        else { return 0 }
        let skipped = hasLine ? 2 : 1
        let expected = rows[learnt...].map { row in zip(row, found).dropFirst(skipped).reduce(0) { $0 + $1.0 * $1.1 } }
        let actual = series.values[learnt...]
        let whole = variance(Array(actual))
        return whole > 0 ? 1 - variance(zip(actual, expected).map { $0 - $1 }) / whole : 0
    }

    private static func waves(at place: Int, period: Double, harmonics: Int) -> [Double] {
        (1...harmonics).flatMap { harmonic -> [Double] in
            let angle = 2 * Double.pi * Double(harmonic * place) / period
            return [cos(angle), sin(angle)]
        }
    }

    private static func variance(_ values: [Double]) -> Double {
        guard !values.isEmpty else { return 0 }
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    }
}
