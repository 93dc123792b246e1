package import Foundation
package import Postgres

/// An event on record.
package struct AuditEntry: Sendable, RowDecodable {
    /// 1 for a company's first event, without gaps.
    package let sequence: Int
    package let happenedAt: Date
    /// The word on record; `AuditAction` has the ones in use today.
    package let action: String
    package let actor: AuditActor
    package let subject: AuditSubject?
    package let facts: [String: String]
    /// The id of the request, as the log has it; nil for what the database wrote by itself.
    package let request: String?

    static let columns: SQL = "sequence, happened_at, action, actor_kind, actor, subject_kind, subject, facts, request"

    package init(row: inout RowReader) throws {
        sequence = try row.next()
        happenedAt = try row.next()
        action = try row.next()
        let kind: String = try row.next()
        guard let actor = AuditActor(kind: kind, id: try row.nextOptional()) else {
            throw RowProblem(column: "actor_kind", reason: "is unknown")
        }
        self.actor = actor
        let subjectKind: String? = try row.nextOptional()
        let subject: String? = try row.nextOptional()
        self.subject = subjectKind.flatMap { kind in subject.map { AuditSubject(kind, $0) } }
        let facts: String = try row.next()
        self.facts = (try? JSONDecoder().decode([String: String].self, from: Data(facts.utf8))) ?? [:]
        request = try row.nextOptional()
    }
}
