/// What somebody looks for on the page of a pair, and what was done just now.
package struct ReviewQuery: Sendable, Hashable {
    /// What was done just now, said on the page that follows.
    package enum Note: String, CaseIterable, Sendable {
        case answered, undone
        /// The pair was another's by then, or decided.
        case lost
        case nothingToUndo
        /// No pair waits for this reviewer.
        case nothing
        /// A rule answered pairs, or was taken back.
        case ruled, unruled
        /// There were other pairs by then than the preview said.
        case changed
    }

    /// Words of another product the listing could be.
    package let words: String?
    package let note: Note?

    package static let wordsItem = "q"
    package static let noteItem = "did"

    package init(words: String? = nil, note: Note? = nil) {
        self.words = words.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
        self.note = note
    }

    var suffix: String {
        let items = [
            words.map { "\(Self.wordsItem)=\(PercentEncoding.encode($0))" },
            note.map { "\(Self.noteItem)=\($0.rawValue)" },
        ].compactMap(\.self)
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
