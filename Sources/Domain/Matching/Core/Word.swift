/// One word of a name, as it is compared.
struct Word: Sendable {
    /// The index's number of the word; -1 when no product has it.
    let id: Int32
    let text: String
    let kind: WordKind

    func isSame(_ other: Word) -> Bool {
        id == other.id && (id >= 0 || text == other.text)
    }

    func isClose(_ other: Word) -> Bool {
        other.kind == .plain && Spelling.isClose(text, other.text)
    }
}
