/// A rule that was applied.
package struct ReviewRuleLine: PageValue {
    let id: String
    let sentence: String
    let made: String
    let canUndo: Bool

    /// - Parameter verdict: in the words of the interface.
    package init(
        id: String, verdict: String, answers: Int, standing: Int, made: MomentStamp, isOwn: Bool, frame: PageFrame
    ) {
        self.id = id
        sentence = frame.text.fill(
            .reviewRuleDone,
            [
                "verdict": verdict, "count": NumberText.whole(answers), "standing": NumberText.whole(standing),
            ])
        self.made = frame.text.moment(made, in: frame.zone)
        canUndo = isOwn && standing > 0
    }

    package static let shape = Shape<ReviewRuleLine>([
        .text("id", \.id),
        .text("sentence", \.sentence),
        .text("made", \.made),
        .flag("canUndo", \.canUndo),
    ])
}
