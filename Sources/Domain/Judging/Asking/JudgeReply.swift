/// What came of one request.
package struct JudgeReply: Sendable {
    package enum Outcome: Sendable {
        /// What was said, by the ids of the question; an id may be missing.
        case judged([String: PairVerdict])
        /// Nothing that can be used was said.
        case failed(JudgeProblem)
    }

    package let outcome: Outcome
    /// What it used; nil where nobody said, which is not to be taken for nothing.
    package let usage: TokenUsage?
    /// The model as the provider calls it; nil where nothing was answered.
    package let answeredBy: String?

    package init(_ outcome: Outcome, usage: TokenUsage?, answeredBy: String? = nil) {
        self.outcome = outcome
        self.usage = usage
        self.answeredBy = answeredBy
    }
}
