import Jobs

/// Does what reviewers answered, in all companies. The platform's.
struct SettleReviews: JobArguments {
    static let kind = "review.settle"
    static let settings = JobSettings(priority: .analysis, mostAttempts: 6, timeLimit: .seconds(600), byHand: true)

    init() {}
}
