import Foundation

/// How a drill went, also as a line of JSON for documents to quote.
struct DrillReport: Encodable, Sendable {
    private struct Count: Encodable {
        let what: String
        let value: Double
        let bound: String
        let holds: Bool
    }

    private enum CodingKeys: String, CodingKey {
        case drill, promise, form, seed, seconds, passed, problem, counts, remarks
    }

    let drill: String
    let promise: String
    let form: Form
    let seed: UInt64
    let seconds: Double
    let findings: [Finding]
    let remarks: [String]
    /// Why it could not go on.
    let problem: String?

    var hasPassed: Bool { problem == nil && !findings.isEmpty && findings.allSatisfy(\.holds) }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(drill, forKey: .drill)
        try container.encode(promise, forKey: .promise)
        try container.encode(form.rawValue, forKey: .form)
        try container.encode(seed, forKey: .seed)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(hasPassed, forKey: .passed)
        try container.encodeIfPresent(problem, forKey: .problem)
        let counts = findings.map { Count(what: $0.what, value: $0.value, bound: $0.bound.words, holds: $0.holds) }
        try container.encode(counts, forKey: .counts)
        try container.encode(remarks, forKey: .remarks)
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// A heading and a line per count.
    func table() -> String {
        var lines = ["\(hasPassed ? "passed" : "FAILED")  \(drill)  (\(Finding.text(seconds)) s)  \(promise)"]
        for finding in findings {
            let mark = finding.holds ? " " : "✗"
            let value = Finding.text(finding.value)
            let padding = String(repeating: " ", count: max(1, 58 - finding.what.count - value.count))
            lines.append("  \(mark) \(finding.what)\(padding)\(value)  \(finding.bound.words)")
        }
        lines += remarks.map { "    \($0)" }
        if let problem { lines.append("  ✗ \(problem)") }
        return lines.joined(separator: "\n")
    }
}
