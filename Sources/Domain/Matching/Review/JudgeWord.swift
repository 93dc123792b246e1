/// What a judge said of a pair, as the queue keeps it.
package struct JudgeWord: Sendable, Hashable {
    /// The words are those of the database.
    package enum Verdict: String, Sendable, Hashable {
        case same, different, unsure
        /// It was asked and gave no answer.
        case unanswered = "none"
    }

    package let verdict: Verdict
    /// In the verdict, 0...1, as the judge puts it; nil where there is none.
    package let confidence: Double?
    /// Who judges by which instructions: "gpt-5-mini pairs-1". What one has shown says nothing of another.
    package let judge: String
    /// What people read, one line.
    package let sentence: String

    package init(_ verdict: Verdict, confidence: Double?, judge: String, sentence: String) {
        self.verdict = verdict
        self.confidence = verdict == .unanswered ? nil : confidence
        self.judge = judge
        self.sentence = sentence.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
