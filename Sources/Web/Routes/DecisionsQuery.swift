/// What somebody looks for on the page of a product's decisions.
package struct DecisionsQuery: Sendable, Hashable {
    /// What was done just now, said on the page that follows.
    package enum Note: String, CaseIterable, Sendable {
        case merged, split, different, undone, redone
        /// Something was done that cannot all be true.
        case contradicted
    }

    /// Words of a product it might be merged into.
    package let words: String?
    /// The product that was chosen.
    package let into: String?
    package let note: Note?

    package static let wordsItem = "q"
    package static let intoItem = "into"
    package static let noteItem = "did"

    package init(words: String? = nil, into: String? = nil, note: Note? = nil) {
        self.words = words.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) }
        self.into = into.flatMap { $0.utf8.count <= 100 ? $0 : nil }
        self.note = note
    }

    var suffix: String {
        let items = [
            words.map { "\(Self.wordsItem)=\(PercentEncoding.encode($0))" },
            into.map { "\(Self.intoItem)=\(PercentEncoding.encode($0))" },
            note.map { "\(Self.noteItem)=\($0.rawValue)" },
        ].compactMap(\.self)
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
