package import Foundation

/// Where a secret belongs. A ciphertext opens only in the place it was sealed for, so it cannot be moved.
package struct SecretPlace: Sendable, Hashable {
    package let company: UUID
    package let table: String
    package let row: UUID
    package let field: String
    package let purpose: String

    package init(company: UUID, table: String, row: UUID, field: String, purpose: String) {
        self.company = company
        self.table = table
        self.row = row
        self.field = field
        self.purpose = purpose
    }
}
