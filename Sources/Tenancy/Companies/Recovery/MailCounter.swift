import Postgres

/// Counts what people have mailed to others, so that nobody can be flooded: three at once and then three an hour for an address,
/// 20 at once and then 20 an hour for a network.
package struct MailCounter: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Counts one.
    /// - Parameters:
    ///   - address: as typed; known and unknown ones are counted alike.
    ///   - network: names where the wish comes from; nil when that cannot be told, and then is not counted.
    package func count(_ purpose: MailPurpose, to address: String, from network: String?) async throws -> MailAllowance
    {
        try await database.auth.fetch(
            Query<MailCount>(
                """
                SELECT network_wait, address_wait FROM auth_count_mail(\(purpose.rawValue), \(address), \(network))
                """)
        ).first?.allowance ?? .addressFull
    }
}
