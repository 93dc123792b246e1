/// The figures of a group in order, to rank one of them.
struct FigureRanks {
    private let figures: [Double]

    init(_ figures: [Double]) {
        self.figures = figures.sorted()
    }

    var count: Int { figures.count }

    /// The mid-rank of a figure of the group, 0–100: 100 × (below + half of those equal, itself included) / count.
    /// Figures tie only when they are exactly equal; one alone is 50.
    func percentile(of figure: Double) -> Double {
        let below = figures.partitioningIndex { $0 >= figure }
        let notAbove = figures.partitioningIndex { $0 > figure }
        return 100 * (Double(below) + Double(notAbove - below) / 2) / Double(count)
    }
}
