/// What a theta model knows after a step.
package struct ThetaState: Sendable {
    var level: Double
    /// (1 − α) to the power of the steps so far.
    var decay: Double
    var line: RunningLine
    let season: ClassicalDecomposition?
    let steps: Int
}
