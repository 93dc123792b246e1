import Jobs

/// Learns a matcher from what reviewers said; it decides from then on only if it is better. The platform's.
struct LearnFromReviews: JobArguments {
    static let kind = "match.learn"
    static let settings = JobSettings(priority: .analysis, mostAttempts: 2, timeLimit: .seconds(3_600), byHand: true)

    init() {}
}
