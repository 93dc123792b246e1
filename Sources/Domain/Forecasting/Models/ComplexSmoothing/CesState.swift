/// Real and imaginary parts after a step: what is expected, and the information potential beside it.
package struct CesState: Sendable {
    var level = 0.0
    var potential = 0.0
    /// One for each phase, counted from the first step of the history; empty without season.
    var seasonLevels = ContiguousArray<Double>()
    var seasonPotentials = ContiguousArray<Double>()
    /// Of the next step.
    var phase = 0

    /// The potential of a level that has been the same for long lies a little below it.
    private static let potentialShare = 1 / 1.1

    /// A guess from the first values; `values` without gaps.
    init(_ values: ContiguousArray<Double>, season length: Int, _ season: CesSeason) {
        let head = values.prefix(season == .none ? max(10, length) : length)
        level = head.reduce(0, +) / Double(max(1, head.count))
        switch season {
        case .none: break
        case .simple: seasonLevels = ContiguousArray(head)
        case .partial, .full:
            seasonLevels =
                ClassicalDecomposition(values, season: length, pattern: .additive)?.indices
                ?? ContiguousArray(repeating: 0, count: length)
        }
        potential = level * Self.potentialShare
        seasonPotentials = ContiguousArray(seasonLevels.map { $0 * Self.potentialShare })
    }
}
