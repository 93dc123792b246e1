/// A word of a side, and whether the other side has it not.
package struct ReviewWord: PageValue {
    let word: String
    let isMarked: Bool

    package init(_ text: String, isMarked: Bool) {
        word = text
        self.isMarked = isMarked
    }

    package static let shape = Shape<ReviewWord>([.text("word", \.word), .flag("isMarked", \.isMarked)])
}
