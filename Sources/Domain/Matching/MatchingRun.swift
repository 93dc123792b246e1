import Catalog
package import Companies
package import Foundation

/// Decides every listing of a company that is new or says something else of itself than when it was decided, and writes the decisions.
/// One transaction.
///
/// Listings are taken in a fixed order (with a GTIN first, then by source and item), so that the same data always
/// gives the same products.
package struct MatchingRun: Sendable {
    /// Named on every decision, so that a later matcher's can be told from this one's.
    package static let matcher = "rules-v1"

    private let database: CompanyDatabase
    private let company: CompanyID
    private let memory: MatchingMemory?
    private let makeID: @Sendable () -> UUID

    /// - Parameter memory: what earlier runs of this process left, and where this one leaves what it knows.
    package init(
        database: CompanyDatabase, company: CompanyID, memory: MatchingMemory? = nil,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        self.database = database
        self.company = company
        self.memory = memory
        self.makeID = makeID
    }

    /// What was decided.
    package struct Outcome: Sendable {
        package internal(set) var listings = 0
        package internal(set) var byCode = 0
        package internal(set) var byName = 0
        package internal(set) var newProducts = 0
        /// Listings that have changed and are what they were.
        package internal(set) var unmoved = 0
    }

    package func run(at moment: Date, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }) async throws
        -> Outcome
    {
        let (outcome, known) = try await database.transaction(in: company) { transaction in
            let queries = MatchingQueries(transaction: transaction)
            let version = try await queries.lock()
            let state = try await queries.state()
            let listings = state.listings
            // Taken here and handed on, never copied: an index that two hold is copied whole when one changes it.
            var remembered = await memory?.take(company)
            let isCurrent = remembered.map {
                $0.version == version - 1 && $0.houseVersion == state.houseVersion
            }
            if isCurrent != true { remembered = nil }
            remembered?.version = version
            guard !listings.isEmpty else { return (Outcome(), remembered) }
            var pass = MatchingPass(state, company: company, makeID: makeID)
            if let kept = remembered { pass.known = kept }
            remembered = nil
            if isCurrent == true {
                // Without what the listings said before.
                let carried = Set(listings.compactMap(\.product))
                if !carried.isEmpty {
                    for product in try await queries.products(carried, state.mergers) { pass.known.index.put(product) }
                }
            } else {
                pass.known.version = version
                pass.known.houseVersion = state.houseVersion
                pass.known.house = try await queries.houseProducts()
                for product in try await queries.products(nil, state.mergers) { pass.known.index.put(product) }
            }
            for (done, listing) in listings.enumerated() {
                try Task.checkCancellation()
                pass.decide(listing)
                if pass.batch.count + pass.stays.count == 2_000 {
                    try await queries.write(pass.batch, stays: pass.stays, at: moment)
                    pass.forgetWritten()
                    progress(done + 1, listings.count)
                }
            }
            try await queries.write(pass.batch, stays: pass.stays, at: moment)
            // What stays what it was changes no page.
            if pass.outcome.unmoved < listings.count { try await transaction.dataChanged() }
            progress(listings.count, listings.count)
            return (pass.outcome, pass.known)
        }
        if let known { await memory?.keep(known, of: company) }
        return outcome
    }
}
