import Companies
import Foundation

/// What a company's listings are compared with, as it was at a version.
struct KnownProducts: Sendable {
    var index = CandidateIndex<UUID>()
    /// Products of the house among them.
    var house: Set<UUID> = []
    /// As `MatchingQueries.lock` and `MatchingQueries.houseVersion` count.
    var version = 0
    var houseVersion = 0
}
