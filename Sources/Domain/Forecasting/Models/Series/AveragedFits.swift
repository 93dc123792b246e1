/// Several models of the same history whose forecasts are averaged by weight.
struct AveragedFits: FittedModel {
    let fitted: [Double]
    private let parts: [(weight: Double, fit: any FittedModel)]

    /// - Parameter parts: weights above zero; they need not sum to 1.
    /// - Returns: nil where there is none.
    init?(_ parts: [(weight: Double, fit: any FittedModel)]) {
        guard let first = parts.first else { return nil }
        let total = parts.reduce(0) { $0 + $1.weight }
        self.parts = parts.map { ($0.weight / total, $0.fit) }
        fitted = Self.average(self.parts.map { ($0.weight, $0.fit.fitted) }, first.fit.fitted.count)
    }

    func forecast(horizon: Int) -> [Double] {
        Self.average(parts.map { ($0.weight, $0.fit.forecast(horizon: horizon)) }, max(0, horizon))
    }

    func over(_ history: History) -> (any FittedModel)? {
        AveragedFits(parts.compactMap { part in part.fit.over(history).map { (part.weight, $0) } })
    }

    private static func average(_ parts: [(Double, [Double])], _ count: Int) -> [Double] {
        var average = [Double](repeating: 0, count: count)
        for (weight, values) in parts {
            for place in average.indices { average[place] += weight * values[place] }
        }
        return average
    }
}
