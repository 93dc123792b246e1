package import Foundation
package import Postgres

/// Something a person did about which listing is which product.
package struct IdentityActRow: Sendable, RowDecodable {
    package enum Kind: String, Sendable, CaseIterable {
        case merge, split, move, different
    }

    package let id: UUID
    package let kind: Kind
    package let actorKind: String
    package let actor: UUID?
    package let reason: String
    package let madeAt: Date
    package let undoneAt: Date?
    /// Names, for a person: of listings it moved or marked, or of the product that was merged.
    package let things: String
    /// Of the product they went to, or are not.
    package let product: String

    package init(row: inout RowReader) throws {
        id = try row.next()
        let word: String = try row.next()
        guard let kind = Kind(rawValue: word) else { throw RowProblem(column: "kind", reason: "is unknown") }
        self.kind = kind
        actorKind = try row.next()
        actor = try row.nextOptional()
        reason = try row.next()
        madeAt = try row.next()
        undoneAt = try row.nextOptional()
        things = try row.next()
        product = try row.next()
    }
}
