/// Something the watch found in a run.
package struct FindingLine: PageValue {
    let sentence: String
    let holds: Bool

    package init(sentence: String, holds: Bool) {
        self.sentence = sentence
        self.holds = holds
    }

    package static let shape = Shape<FindingLine>([
        .text("sentence", \.sentence),
        .flag("holds", \.holds),
    ])
}
