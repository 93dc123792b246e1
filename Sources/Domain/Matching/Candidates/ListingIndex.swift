import Catalog

/// Listings by the words of their names, so that the ones that may be the same thing as a listing are found without
/// looking at all. Ask with a `CandidateSearch`.
///
/// What it answers depends only on what is in it, not on the order in which that came or on what has been taken out. It
/// is a value: a copy may be searched by several threads while the original goes on. A listing of eight words takes
/// about 100 bytes; words are kept once, and nothing is allocated for a listing by itself.
package struct ListingIndex: Sendable {
    /// Places of words that belong to nobody, and words that nobody uses, before the index is built anew.
    private static let mostWaste = 4_096

    private(set) var tokens = TokenTable()
    /// The listings with each word.
    private(set) var postings = PostingLists()
    private(set) var spellings = SpellingKeys()
    private(set) var records = RecordTable()
    private var codeNumbers = HashedNumbers()
    private var codePostings = PostingLists()
    /// How often a word or a code lost its last listing since the index was built.
    private var orphans = 0

    package init() {}

    /// How many listings there are.
    package var count: Int { records.live }

    /// Different words that listings have or had.
    package var wordCount: Int { tokens.count }

    /// Entries in all lists of words: the words of all listings together.
    package var postingCount: Int { postings.total }

    /// One more than the highest number that may have a listing.
    package var capacity: Int { records.capacity }

    package func contains(_ number: Int32) -> Bool { records.contains(number) }

    /// The source of a listing that is there.
    package func source(of number: Int32) -> Int32 { records.entries[Int(number)].source }

    /// Adds a listing, or replaces what is known about it.
    /// - Parameters:
    ///   - number: the caller's number for it, from 0 and without great gaps: the tables have a place for each. A negative one
    ///     has no place, and nothing happens.
    ///   - source: two listings of one source are never each other's candidates unless the search allows it.
    package mutating func put(_ number: Int32, _ reading: ListingReading, source: Int32) {
        guard number >= 0 else { return }
        remove(number)
        put(number, reading.words, source: source, reading.packed, code: reading.gtin?.value ?? 0)
    }

    /// Takes a listing out. Nothing happens if it is not there.
    package mutating func remove(_ number: Int32) {
        guard records.contains(number) else { return }
        for word in records.words(of: number) {
            let token = word & ~RecordTable.optional
            postings.remove(number, from: token)
            if postings.count(token) == 0 { orphans += 1 }
        }
        let code = records.entries[Int(number)].code
        if code > 0 {
            let list = codeNumbers[code]
            codePostings.remove(number, from: list)
            if codePostings.count(list) == 0 { orphans += 1 }
        }
        records.remove(number)
        rebuildIfWasteful()
    }

    /// The number of a word's list; -1 for a word that no listing has.
    func token(of hash: UInt64) -> Int32 {
        let token = tokens.number(of: hash)
        return token >= 0 && postings.count(token) > 0 ? token : -1
    }

    /// The listings with a code.
    func listings(withCode code: UInt64) -> ArraySlice<Int32> {
        let list = code > 0 ? codeNumbers[code] : -1
        return list >= 0 ? codePostings.list(list) : []
    }

    private mutating func put(
        _ number: Int32, _ words: [ListingWord], source: Int32, _ facts: PackedFacts, code: UInt64
    ) {
        var numbered: [Int32] = []
        numbered.reserveCapacity(words.count)
        for word in words {
            let token = token(for: word)
            postings.insert(number, into: token)
            numbered.append(word.isOptional ? token | RecordTable.optional : token)
        }
        if code > 0 { codePostings.insert(number, into: list(ofCode: code)) }
        records.put(number, numbered, source: source, facts, code: code)
    }

    /// What has been taken out leaves places behind; before they outweigh what is there, everything moves to a new index.
    private mutating func rebuildIfWasteful() {
        guard records.wasted + orphans > Self.mostWaste + postings.total else { return }
        var fresh = ListingIndex()
        for number in 0..<Int32(records.capacity) where records.contains(number) {
            let words = records.words(of: number).map { word in
                let token = word & ~RecordTable.optional
                return ListingWord(
                    text: tokens.text(token), kind: tokens.traits[Int(token)].kind, isOptional: token != word)
            }
            let entry = records.entries[Int(number)]
            fresh.put(number, words, source: entry.source, entry.facts, code: entry.code)
        }
        self = fresh
    }

    private mutating func token(for word: ListingWord) -> Int32 {
        let hash = TermHash.of(word.text.utf8)
        let known = tokens.number(of: hash)
        if known >= 0 { return known }
        let token = tokens.add(word, hash: hash)
        _ = postings.addList()
        tokens.withBytes(token) { spellings.add(token, $0) }
        return token
    }

    private mutating func list(ofCode code: UInt64) -> Int32 {
        let known = codeNumbers[code]
        if known >= 0 { return known }
        let list = codePostings.addList()
        codeNumbers.insert(code, list)
        return list
    }
}
