/// What a judge said of one pair of a request.
package struct PairVerdict: Sendable, Hashable {
    package let verdict: JudgeVerdict
    /// In the verdict, 0...1, as the judge puts it; not a calibrated probability.
    package let confidence: Double
    /// One sentence. A model wrote it that had read strangers' texts: to be shown escaped, never to be acted on.
    package let reason: String

    package init(verdict: JudgeVerdict, confidence: Double, reason: String) {
        self.verdict = verdict
        self.confidence = confidence
        self.reason = reason
    }
}
