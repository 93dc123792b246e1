/// A visit that came to an answer.
package struct Visit: Sendable {
    package let answer: WebAnswer
    /// Never `refused`, `tooFast` or `transient`: those are failures.
    package let verdict: AnswerVerdict
    /// Tries beyond the first.
    package let retries: Int
    /// The SHA-256 of the robots.txt that allowed it; nil where none was asked or the site has none.
    package let robotsHash: [UInt8]?

    package init(answer: WebAnswer, verdict: AnswerVerdict, retries: Int = 0, robotsHash: [UInt8]? = nil) {
        self.answer = answer
        self.verdict = verdict
        self.retries = retries
        self.robotsHash = robotsHash
    }
}
