import Jobs

/// Has the pairs of a company that nobody and nothing can tell judged by a model, where there is a key for one.
struct JudgeReviews: JobArguments {
    static let kind = "review.judge"
    static let settings = JobSettings(priority: .analysis, mostAttempts: 3, timeLimit: .seconds(7_200), byHand: true)

    init() {}
}
