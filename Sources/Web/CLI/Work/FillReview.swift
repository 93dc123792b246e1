import Jobs

/// Fills the review queue with a company's pairs that no rule could decide, and with a sample of those that rules decided.
struct FillReview: JobArguments {
    static let kind = "review.fill"
    static let settings = JobSettings(
        priority: .analysis, mostAttempts: 4, timeLimit: .seconds(1_800), byHand: true)

    init() {}
}
