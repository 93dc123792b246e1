import Foundation

/// What a run decides, and by what, besides the products.
struct MatchingState: Sendable {
    let listings: [AwaitingListingRow]
    /// The version of what the house knows. Read before any product, so that what the house decides meanwhile makes what is
    /// remembered out of date rather than wrong.
    let houseVersion: Int
    let mergers: IdentityUpkeepQueries.Mergers
    /// Products that listings are not, as somebody said.
    let differences: [UUID: Set<UUID>]
    let automation: Automation
}
