package import Postgres

/// The end of a company's chain at some moment.
package struct ChainHead: Sendable, Hashable, RowDecodable {
    /// Tells the database from others: companies may have the same id in two, and the house does.
    package let installation: String
    package let company: CompanyID
    /// How many events there were.
    package let sequence: Int
    /// The proof of the last of them, 32 bytes.
    package let proof: [UInt8]

    package init(installation: String, company: CompanyID, sequence: Int, proof: [UInt8]) {
        self.installation = installation
        self.company = company
        self.sequence = sequence
        self.proof = proof
    }

    package init(row: inout RowReader) throws {
        installation = try row.next()
        company = try row.next()
        sequence = try row.next()
        proof = try row.next(Blob.self).bytes
    }
}
