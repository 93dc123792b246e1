import Catalog
package import Companies
package import Foundation

/// Decides every listing of a company that has no product yet, and writes the decisions. One transaction.
///
/// Listings are taken in a fixed order (with a GTIN first, then by source and item), so that the same data always
/// gives the same products.
package struct MatchingRun: Sendable {
    /// Named on every decision, so that a later matcher's can be told from this one's.
    package static let matcher = "rules-v1"

    private let database: CompanyDatabase
    private let company: CompanyID
    private let makeID: @Sendable () -> UUID

    package init(database: CompanyDatabase, company: CompanyID, makeID: @escaping @Sendable () -> UUID = { UUID() }) {
        self.database = database
        self.company = company
        self.makeID = makeID
    }

    /// What was decided.
    package struct Outcome: Sendable {
        package internal(set) var listings = 0
        package internal(set) var byCode = 0
        package internal(set) var byName = 0
        package internal(set) var newProducts = 0
    }

    package func run(at moment: Date, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws
        -> Outcome
    {
        try await database.transaction(in: company) { transaction in
            let queries = MatchingQueries(transaction: transaction)
            try await queries.lock()
            let listings = try await queries.unmatched()
            guard !listings.isEmpty else { return Outcome() }
            var index = CandidateIndex<UUID>()
            for product in try await queries.products() { index.put(product) }
            var batch = DecisionBatch()
            var outcome = Outcome()
            let owners = try await queries.houseProducts()
            let differences = try await queries.differences()
            let automation = try await AutomationQueries(transaction: transaction).current()
            for (done, listing) in listings.enumerated() {
                try Task.checkCancellation()
                outcome.listings += 1
                let excluded = differences[listing.identity.id] ?? []
                switch index.decide(listing.identity, excluding: excluded, automation: automation) {
                case .matched(let match):
                    if match.rule == .gtin { outcome.byCode += 1 } else { outcome.byName += 1 }
                    index.attach(listing.identity, to: match.product)
                    batch.matched(
                        listing, match, owner: owners.contains(match.product) ? .house : company, id: makeID())
                case .new(let reason):
                    outcome.newProducts += 1
                    let product = makeID()
                    index.put(ProductIdentity(id: product, from: listing.identity))
                    batch.new(listing, product: product, owner: company, reason: reason, id: makeID())
                }
                if batch.count == 2_000 {
                    try await queries.write(batch, at: moment)
                    batch = DecisionBatch()
                    progress(done + 1, listings.count)
                }
            }
            try await queries.write(batch, at: moment)
            try await transaction.dataChanged()
            progress(listings.count, listings.count)
            return outcome
        }
    }
}
