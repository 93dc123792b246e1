import Companies
import Foundation

/// Listings being decided one after the other, each among all that were decided before. Pure.
struct MatchingPass: Sendable {
    /// Without the listings that are to be decided.
    var known = KnownProducts()
    private(set) var outcome = MatchingRun.Outcome()
    /// Decided and not written yet.
    private(set) var batch = DecisionBatch()
    /// Listings that are what they were, not written yet.
    private(set) var stays: [UUID] = []
    private let company: CompanyID
    private let differences: [UUID: Set<UUID>]
    private let automation: Automation
    private let makeID: @Sendable () -> UUID

    init(_ state: MatchingState, company: CompanyID, makeID: @escaping @Sendable () -> UUID) {
        self.company = company
        differences = state.differences
        automation = state.automation
        self.makeID = makeID
    }

    mutating func forgetWritten() {
        batch = DecisionBatch()
        stays = []
    }

    mutating func decide(_ awaiting: AwaitingListingRow) {
        let identity = awaiting.listing.identity
        outcome.listings += 1
        if awaiting.isByPerson, let product = awaiting.product { return stay(awaiting, product) }
        let excluded = differences[identity.id] ?? []
        switch known.index.decide(identity, excluding: excluded, automation: automation) {
        case .matched(let match) where match.product == awaiting.product:
            stay(awaiting, match.product)
        case .matched(let match):
            if match.rule == .gtin { outcome.byCode += 1 } else { outcome.byName += 1 }
            known.index.attach(identity, to: match.product)
            batch.matched(
                awaiting.listing, match, owner: known.house.contains(match.product) ? .house : company, id: makeID())
        case .new(let reason):
            // That it is nothing else does not mean that it is not what it was.
            if let product = awaiting.product, !excluded.contains(product),
                known.index.mayBe(identity, product)
            {
                return stay(awaiting, product)
            }
            outcome.newProducts += 1
            let product = makeID()
            known.index.put(ProductIdentity(id: product, from: identity))
            batch.new(awaiting.listing, product: product, owner: company, reason: reason, id: makeID())
        }
    }

    private mutating func stay(_ awaiting: AwaitingListingRow, _ product: UUID) {
        outcome.unmoved += 1
        known.index.attach(awaiting.listing.identity, to: product)
        stays.append(awaiting.listing.identity.id)
    }
}
