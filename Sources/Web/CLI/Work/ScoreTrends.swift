import Jobs

/// Scores every product of a company from its evidence.
struct ScoreTrends: JobArguments {
    static let kind = "trends.score"
    static let settings = JobSettings(
        priority: .analysis, mostAttempts: 6, timeLimit: .seconds(1_800), byHand: true)

    init() {}
}
