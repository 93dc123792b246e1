package import Companies
package import Foundation
package import Postgres

/// Something that happened to an alert.
package struct AlertEventRow: Sendable, RowDecodable {
    package let happenedAt: Date
    package let kind: AlertEventKind
    package let value: Double?
    package let person: IdentityID?
    /// One of `AuditActor.kinds`; nil for what a look came to.
    package let actor: String?

    package init(row: inout RowReader) throws {
        happenedAt = try row.next()
        let word: String = try row.next()
        guard let kind = AlertEventKind(rawValue: word) else {
            throw RowProblem(column: "kind", reason: "is unknown")
        }
        self.kind = kind
        value = try row.nextOptional()
        person = try row.nextOptional()
        actor = try row.nextOptional()
    }
}
