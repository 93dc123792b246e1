package import Companies
import Foundation

/// Mergers that stand, for whoever keeps something by product.
package struct StandingMergers: Sendable {
    private let ledger: IdentityLedger<UUID>
    private let owners: [UUID: CompanyID]

    package static func read(in transaction: CompanyTransaction) async throws -> StandingMergers {
        let mergers = try await IdentityUpkeepQueries(transaction: transaction).mergers()
        return StandingMergers(ledger: mergers.ledger, owners: mergers.owners)
    }

    /// A product as it is called now.
    package func named(_ product: ProductReference) -> ProductReference {
        let root = ledger.root(of: product.id)
        guard root != product.id, let owner = owners[root] else { return product }
        return ProductReference(owner: owner, id: root)
    }
}
