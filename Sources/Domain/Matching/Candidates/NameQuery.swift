import Catalog

/// A listing that others are compared with: its words, and which words of the index stand for them. Made once for a
/// look-up and then used for thousands of comparisons, so everything about a word of the index is one read away.
struct NameQuery: Sendable {
    /// A word of the listing.
    struct Position: Sendable {
        /// The word in the index; -1 if it is not there.
        let token: Int32
        let hash: UInt64
        let weight: Float
        let traits: TokenTable.Traits
        let isOptional: Bool
        /// Where its letters are.
        let letters: Range<Int>
    }

    /// How a word of the index stands for a word of the listing.
    enum Role: UInt16 {
        case same, spelling, doubtfulSpelling
        /// One of two words that are one word in the listing.
        case firstPart, secondPart
        /// One word for this one and the next.
        case joined
    }

    /// Spellings of a word that are followed.
    static let mostSpellings = 256
    /// A word of more listings than this is not taken for two that were run together.
    static let mostRunTogether = 100

    private(set) var positions: [Position] = []
    /// By position: other words of the index whose listings may have it: spellings, parts, and words it is a part of. Apart,
    /// so that reading a position counts no references.
    private(set) var others: [[Int32]] = []
    private(set) var number: Int32 = -1
    private(set) var source: Int32?
    private(set) var facts = PackedFacts()
    private(set) var code: UInt64 = 0
    private var letters: [UInt8] = []
    /// By word of the index: one more than the position, and the role; 0 for words that stand for nothing here.
    private var marks: [UInt16] = []
    private var marked: [Int32] = []
    /// By position, while a comparison lasts: what was found of it, which parts, and the weight of those.
    private var credits = [Float](repeating: 0, count: 32)
    private var parts = [UInt8](repeating: 0, count: 32)
    private var partWeights = [Float](repeating: 0, count: 32)

    // MARK: - Asking

    /// Asks about a listing of the index.
    /// - Parameter looksEverywhere: whether spellings are looked for among all words, as a check of the keys.
    mutating func ask(_ number: Int32, _ index: ListingIndex, _ view: IndexView, looksEverywhere: Bool = false) {
        clear(index)
        self.number = number
        let entry = index.records.entries[Int(number)]
        (source, facts, code) = (entry.source, entry.facts, entry.code)
        for word in index.records.words(of: number) {
            let token = word & ~RecordTable.optional
            let start = letters.count
            index.tokens.withBytes(token) { letters.append(contentsOf: $0) }
            add(token, view.hashes[Int(token)], view.traits[Int(token)], isOptional: token != word, start, view)
        }
        finish(index, view, looksEverywhere)
    }

    /// Asks about a listing that need not be there.
    mutating func ask(_ reading: ListingReading, source: Int32?, _ index: ListingIndex, _ view: IndexView) {
        clear(index)
        number = -1
        (self.source, facts, code) = (source, reading.packed, reading.gtin?.value ?? 0)
        for word in reading.words {
            let hash = TermHash.of(word.text.utf8)
            let start = letters.count
            letters.append(contentsOf: word.text.utf8)
            add(index.token(of: hash), hash, TokenTable.Traits(word), isOptional: word.isOptional, start, view)
        }
        finish(index, view, false)
    }

    private mutating func clear(_ index: ListingIndex) {
        for token in marked { marks[Int(token)] = 0 }
        marked.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
        others.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        if marks.count < index.tokens.count {
            marks += [UInt16](repeating: 0, count: index.tokens.count - marks.count)
        }
    }

    private mutating func add(
        _ token: Int32, _ hash: UInt64, _ traits: TokenTable.Traits, isOptional: Bool, _ start: Int, _ view: IndexView
    ) {
        others.append([])
        let weight = view.weight(traits.kind, listings: token >= 0 ? Int32(view.count(Int(token))) : 0)
        positions.append(
            Position(
                token: token, hash: hash, weight: weight, traits: traits, isOptional: isOptional,
                letters: start..<letters.count))
    }

    private mutating func finish(_ index: ListingIndex, _ view: IndexView, _ looksEverywhere: Bool) {
        // The word itself before anything that stands for it, whatever the order of the words.
        for place in positions.indices where positions[place].token >= 0 {
            mark(positions[place].token, place, .same)
        }
        for place in positions.indices.dropLast() { joinWithNext(place, index) }
        let letters = letters
        letters.withUnsafeBufferPointer { letters in
            // A part of a word is not the word cut off.
            for place in positions.indices { split(place, .init(rebasing: letters[positions[place].letters]), index) }
            for place in positions.indices {
                let bytes = TokenSpelling.Bytes(rebasing: letters[positions[place].letters])
                if looksEverywhere {
                    for token in 0..<Int32(index.tokens.count) { markSpelling(token, place, bytes, index) }
                } else if SpellingKeys.covers(bytes) {
                    index.spellings.forEachCandidate(bytes) { markSpelling($0, place, bytes, index) }
                    markBeginnings(place, bytes, index)
                }
            }
        }
    }

    /// Lets a word stand for a position, unless it stands for something already.
    @discardableResult
    private mutating func mark(_ token: Int32, _ place: Int, _ role: Role) -> Bool {
        guard marks[Int(token)] == 0 else { return false }
        marks[Int(token)] = UInt16(place + 1) << 3 | role.rawValue
        marked.append(token)
        return true
    }

    private mutating func markSpelling(
        _ token: Int32, _ place: Int, _ bytes: TokenSpelling.Bytes, _ index: ListingIndex
    ) {
        guard marks[Int(token)] == 0, index.postings.count(token) > 0, SpellingKeys.covers(bytes) else { return }
        let credit = index.tokens.withBytes(token) { other in
            SpellingKeys.covers(other) ? TokenSpelling.credit(bytes, other) : 0
        }
        guard credit > 0, others[place].count < Self.mostSpellings else { return }
        mark(token, place, credit > 0.8 ? .spelling : .doubtfulSpelling)
        others[place].append(token)
    }

    /// Words that this one may be cut off to.
    private mutating func markBeginnings(_ place: Int, _ bytes: TokenSpelling.Bytes, _ index: ListingIndex) {
        for length in TokenSpelling.shortest..<max(TokenSpelling.shortest, bytes.count) {
            let token = index.token(of: TermHash.of(bytes[..<length]))
            if token >= 0, mark(token, place, .spelling) { others[place].append(token) }
        }
    }

    /// Whether a word is written as one that is two here.
    private mutating func joinWithNext(_ place: Int, _ index: ListingIndex) {
        let (one, next) = (positions[place], positions[place + 1])
        guard !one.isOptional, !next.isOptional, one.letters.count + next.letters.count >= TokenSpelling.shortest
        else { return }
        let token = index.token(of: TermHash.of(letters[one.letters.lowerBound..<next.letters.upperBound]))
        guard token >= 0, mark(token, place, .joined) else { return }
        others[place].append(token)
        others[place + 1].append(token)
    }

    /// Whether a word is two that were run together.
    private mutating func split(_ place: Int, _ bytes: TokenSpelling.Bytes, _ index: ListingIndex) {
        let token = positions[place].token
        guard bytes.count >= 6, token < 0 || index.postings.count(token) <= Self.mostRunTogether else { return }
        for length in 3...bytes.count - 3 {
            var one = index.token(of: TermHash.of(bytes[..<length]))
            var other = index.token(of: TermHash.of(bytes[length...]))
            // A word of drinks is in the index in the one spelling that stands for it.
            if one < 0, other >= 0 { one = Self.token(ofDrink: bytes[..<length], index) }
            if other < 0, one >= 0 { other = Self.token(ofDrink: bytes[length...], index) }
            guard one >= 0, other >= 0, other != one, marks[Int(one)] == 0, marks[Int(other)] == 0 else { continue }
            mark(one, place, .firstPart)
            mark(other, place, .secondPart)
            others[place] += [one, other]
            return
        }
    }

    private static func token(ofDrink bytes: Slice<TokenSpelling.Bytes>, _ index: ListingIndex) -> Int32 {
        let text = String(decoding: bytes, as: UTF8.self)
        let word = WordTable.entry(for: text).word
        return word == text ? -1 : index.token(of: TermHash.of(word.utf8))
    }

    // MARK: - Comparing

    /// Forgets the last comparison.
    mutating func forget() {
        for place in positions.indices {
            credits[place] = 0
            parts[place] = 0
            partWeights[place] = 0
        }
    }

    /// Takes notice of a word of the other listing.
    /// - Returns: what of it is accounted for here, 0–1; -1 if that depends on words to come.
    @inline(__always)
    mutating func note(_ token: Int, _ view: IndexView) -> Float {
        let mark = marks[token]
        if mark == 0 { return 0 }
        let place = Int(mark >> 3) - 1
        switch Role(rawValue: mark & 7) {
        case .same: return note(1, place)
        case .spelling: return note(0.85, place)
        case .doubtfulSpelling: return note(0.7, place)
        case .joined:
            credits[place + 1] = 1
            return note(1, place)
        case .firstPart, .secondPart, nil:
            parts[place] |= mark & 7 == Role.firstPart.rawValue ? 1 : 2
            partWeights[place] += view.weight(token)
            return -1
        }
    }

    /// What of a word here the other listing has, 0–1, once all of its words have been noted.
    @inline(__always)
    mutating func settle(_ place: Int, found: inout Float, total: inout Float) -> Float {
        guard parts[place] > 0 else { return credits[place] }
        total += partWeights[place]
        guard parts[place] == 3 else { return credits[place] }
        found += partWeights[place]
        return 1
    }

    private mutating func note(_ credit: Float, _ place: Int) -> Float {
        credits[place] = max(credits[place], credit)
        return credit
    }
}
