import Jobs

/// Recognises the products of a company's listings that have none yet, and then has the company scored.
struct MatchListings: JobArguments {
    static let kind = "catalog.match"
    static let settings = JobSettings(
        priority: .analysis, mostAttempts: 6, timeLimit: .seconds(1_800), byHand: true)

    init() {}
}
