/// A sentence of a list.
struct SentenceLine: PageValue {
    let sentence: String

    static let shape = Shape<SentenceLine>([.text("sentence", \.sentence)])
}
