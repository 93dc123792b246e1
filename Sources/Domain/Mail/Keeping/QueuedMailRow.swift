package import Foundation
package import Postgres

/// A mail that is to be sent, as its table has it.
package struct QueuedMail: Sendable, RowDecodable {
    package let id: MailID
    package let kind: MailKind
    /// As it was typed, in lower case.
    package let recipient: String
    /// What it is about, such as an invitation.
    package let subject: UUID?
    /// Since it was wanted, in seconds.
    package let age: Double

    package init(row: inout RowReader) throws {
        id = MailID(rawValue: try row.next())
        let word: String = try row.next()
        guard let kind = MailKind(rawValue: word) else { throw RowProblem(column: "kind", reason: "is unknown") }
        self.kind = kind
        recipient = try row.next()
        subject = try row.nextOptional()
        age = try row.next()
    }
}
