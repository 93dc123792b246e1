/// Signed quantiles of scaled residuals: a series' own, drawn towards those of series like it where it has few, and those towards a
/// normal distribution where even they are few.
struct ResidualQuantiles: Sendable {
    /// Residuals of the group that the normal distribution counts as.
    private static let normalWeight = 40.0
    /// Standard deviations of a normal variable in one mean absolute deviation.
    private static let deviations = 1.2533

    /// More are thinned: their quantiles are sure enough.
    private static let most = 20_000

    let group: [Double]

    /// - Parameter group: scaled residuals of series that are alike.
    init(group: [Double]) {
        let step = max(1, group.count / Self.most)
        self.group = stride(from: 0, to: group.count, by: step).map { group[$0] }.sorted()
    }

    /// The quantile of each probability.
    /// - Parameter own: ascending.
    func values(_ probabilities: [Double], own: [Double]) -> [Double] {
        probabilities.map { probability in
            let normal = NormalQuantile.value(probability) * Self.deviations
            let count = Double(group.count)
            let pooled =
                group.isEmpty
                ? normal
                : (SampleQuantile.value(group, probability) * count + normal * Self.normalWeight)
                    / (count + Self.normalWeight)
            guard !own.isEmpty else { return pooled }
            // The further out, the more residuals it takes to know.
            let needed = 10 / min(probability, 1 - probability)
            let ownCount = Double(own.count)
            return (SampleQuantile.value(own, probability) * ownCount + pooled * needed) / (ownCount + needed)
        }
    }
}
