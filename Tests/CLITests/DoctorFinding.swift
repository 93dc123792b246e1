import TestSupport
import Testing

/// A line of `tidemark doctor --json`.
struct DoctorFinding: Decodable {
    let check: String
    let ok: Bool
    let detail: String

    /// What doctor finds with these variables. What is marked as a canary must not be in anything it says.
    static func all(_ environment: [String: String], _ test: TestDatabase) async throws -> [DoctorFinding] {
        let answer = try await Program(test: test).start(["doctor", "--json"], environment: environment).ended()
        #expect(!(answer.output + answer.errors).contains("CANARY"))
        return try answer.json([DoctorFinding].self)
    }
}
