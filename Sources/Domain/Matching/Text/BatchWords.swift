/// Which texts of a batch have a word, so that what a pattern has in common with each is found without looking at those
/// that have nothing.
struct BatchWords: Sendable {
    /// A text that has a word.
    struct Place: Sendable {
        /// `TextToken.bitsWithSpace` in the text.
        let bits: UInt128
        /// The text's place in the order of the lanes.
        let text: Int32
    }

    /// A word, told apart from others of its hash.
    private struct Word: Hashable {
        let key: UInt64
        let scalars: [UInt32]

        init(_ token: TextToken, of text: PreparedText) {
            key = token.key
            scalars = text.word(token)
        }

        func hash(into hasher: inout Hasher) { hasher.combine(key) }
    }

    private var lists: [Word: [Place]] = [:]
    private let count: Int

    /// - Parameters:
    ///   - texts: all of the batch.
    ///   - order: the numbers of those in lanes, as the lanes have them.
    init(_ texts: [PreparedText], order: [Int32]) {
        count = order.count
        for (place, number) in order.enumerated() {
            let text = texts[Int(number)]
            for token in text.tokens {
                lists[Word(token, of: text), default: []].append(Place(bits: token.bitsWithSpace, text: Int32(place)))
            }
        }
    }

    /// What a text has in common with each text in a lane.
    func remainders(of text: PreparedText) -> [WordRemainder] {
        var remainders = [WordRemainder](repeating: WordRemainder(), count: count)
        remainders.withUnsafeMutableBufferPointer { remainders in
            for token in text.tokens {
                guard let places = lists[Word(token, of: text)] else { continue }
                let bits = token.bitsWithSpace
                for place in places {
                    remainders[Int(place.text)].take(letters: token.count, own: bits, others: place.bits)
                }
            }
        }
        return remainders
    }
}
