/// One fault and what must be true in spite of it.
protocol Drill: Sendable {
    /// What the command line calls it.
    var name: String { get }
    /// The promise it tests, in words.
    var promise: String { get }
    /// Does the worst and counts.
    func run(in arena: Arena) async throws -> Findings
}
