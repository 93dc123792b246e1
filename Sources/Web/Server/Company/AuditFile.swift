import Companies
import Foundation

/// The record as a file for a spreadsheet. Moments are UTC (ISO 8601).
enum AuditFile {
    static let columns = [
        "number", "moment", "action", "actor_kind", "actor", "actor_name", "subject", "facts", "request",
    ]

    static func line(_ entry: AuditEntry, names: [IdentityID: String]) -> String {
        var name = ""
        if case .person(let identity) = entry.actor { name = names[identity] ?? "" }
        let facts = entry.facts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        return CSVText.line([
            "\(entry.sequence)", entry.happenedAt.formatted(.iso8601.time(includingFractionalSeconds: true)),
            entry.action,
            entry.actor.kind, entry.actor.id?.uuidString.lowercased() ?? "", name,
            entry.subject.map { "\($0.kind) \($0.name)" } ?? "", facts, entry.request ?? "",
        ])
    }
}
