package import Foundation

/// A company's key, opened. It seals the data keys of that company.
package struct CompanyKey: Sendable {
    package let id: CompanyKeyID
    package let company: UUID
    let secret: SecretBytes
}
