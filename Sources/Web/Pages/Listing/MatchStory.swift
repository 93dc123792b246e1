/// Why a listing is its product.
package struct MatchStory: PageValue {
    let sentence: String
    let confidence: String?
    let decided: String
    let reasons: [MatchReason]

    /// - Parameters:
    ///   - confidence: 0–1, nil for the first listing of a product.
    ///   - reasons: what agreed and how well, in words ("name", "92% of the words agree").
    package init(
        rule: ShownMatchRule, confidence: Double?, decidedAt: MomentStamp, zone: Zone = .utc,
        reasons: [MatchReason] = [], text: InterfaceText = .english
    ) {
        sentence = rule.sentence(text)
        self.confidence = confidence.map { text.fill(.matchConfidence, ["percent": NumberText.percent($0)]) }
        decided = text.fill(.matchDecided, ["moment": text.moment(decidedAt, in: zone)])
        self.reasons = reasons
    }

    package static let shape = Shape<MatchStory>([
        .text("sentence", \.sentence),
        .text("confidence", optional: \.confidence),
        .text("decided", \.decided),
        .list("reasons", \.reasons),
    ])
}
