/// What came out of a run.
package struct SimulationReport: Sendable {
    package let scenario: Scenario
    /// Simulated time.
    package let microseconds: Int
    /// Simulated time from the last fault until all work had ended.
    package let drainMicroseconds: Int
    /// Await points passed.
    package let points: Int
    package let faults: [Fault: Int]
    package let jobs: Int
    package let attempts: Int
    package let effects: Int
    /// Equal for equal runs.
    package let digest: UInt64
    /// Broken promises, in words.
    package let problems: [String]
    /// The last lines.
    package let trace: [String]

    /// What to say of a run that broke a promise.
    package var complaint: String {
        let again =
            scenario.strike.map { "Scenario(strike: .init(point: \($0.point), fault: .\($0.fault)))" }
            ?? "TIDEMARK_SIM_SEED=\(scenario.seed)"
        return """
            \(problems.prefix(5).joined(separator: "\n"))
            seed \(scenario.seed): \(scenario)
            the last of it:
            \(trace.joined(separator: "\n"))
            \(again) runs it again.
            """
    }
}
