import Companies
import Foundation
import Postgres

/// A pair whose answer is to be done.
struct WaitingReviewRow: RowDecodable {
    let id: UUID
    let listing: UUID
    let product: UUID
    /// What the listing is now.
    let now: UUID?
    /// Nil: the answer was taken back.
    let verdict: ReviewVerdict?
    /// What was done for an answer before.
    let acts: [UUID]
    /// Listings that are something else, of a split.
    let listings: [UUID]
    let actor: AuditActor

    init(row: inout RowReader) throws {
        id = try row.next()
        listing = try row.next()
        product = try row.next()
        now = try row.nextOptional()
        let outcome: String? = try row.nextOptional()
        verdict = outcome.flatMap(ReviewVerdict.init(rawValue:))
        let acts: String = try row.next()
        self.acts = acts.split(separator: ",").compactMap { UUID(uuidString: String($0)) }
        let listings: String = try row.next()
        self.listings = listings.split(separator: ",").compactMap { UUID(uuidString: String($0)) }
        let reviewer: IdentityID? = try row.nextOptional()
        actor = reviewer.map(AuditActor.staff) ?? .command
    }
}
