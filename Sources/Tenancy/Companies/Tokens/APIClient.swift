package import Foundation
package import Postgres

/// A program with a token of a company, as the database confirmed it for this request.
package struct APIClient: Sendable, RowDecodable {
    package let token: APITokenID
    package let scopes: Set<APIScope>
    /// When the token ends.
    package let expiresAt: Date
    package let company: Company
    /// Rises with every change of what the company's pages show.
    package let dataVersion: Int

    package init(row: inout RowReader) throws {
        token = APITokenID(rawValue: try row.next())
        let words: [String] = try row.next()
        scopes = Set(words.compactMap(APIScope.init(rawValue:)))
        expiresAt = try row.next()
        company = try Company(row: &row)
        dataVersion = try row.next()
    }

    /// The same program with fewer scopes.
    package init(_ other: APIClient, only scopes: Set<APIScope>) {
        token = other.token
        self.scopes = other.scopes.intersection(scopes)
        expiresAt = other.expiresAt
        company = other.company
        dataVersion = other.dataVersion
    }
}
