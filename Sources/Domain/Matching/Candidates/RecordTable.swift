/// What the index knows of each listing, by its number, in flat arrays.
struct RecordTable: Sendable {
    /// Set in a word's number when only the maker's column has it.
    static let optional: Int32 = 1 << 30

    struct Entry: Sendable {
        /// Where its words begin.
        var start: Int32 = 0
        /// How many words; -1 for a number without a listing.
        var count: Int16 = -1
        var source: Int32 = 0
        var facts = PackedFacts()
        /// Its GTIN; 0 for none.
        var code: UInt64 = 0

        var range: Range<Int> { Int(start)..<Int(start) + max(0, Int(count)) }
    }

    /// The words of all listings with their marks.
    private(set) var words: [Int32] = []
    private(set) var entries: [Entry] = []
    /// Listings there are.
    private(set) var live = 0
    /// Places in `words` that belong to nobody any more.
    private(set) var wasted = 0

    /// Numbers that may have a listing.
    var capacity: Int { entries.count }

    func contains(_ number: Int32) -> Bool { entries.indices.contains(Int(number)) && entries[Int(number)].count >= 0 }

    /// The words of a listing with their marks.
    func words(of number: Int32) -> ArraySlice<Int32> { words[entries[Int(number)].range] }

    /// Puts a listing at a number that has none.
    mutating func put(_ number: Int32, _ words: [Int32], source: Int32, _ facts: PackedFacts, code: UInt64) {
        while entries.count <= number { entries.append(Entry()) }
        entries[Int(number)] = Entry(
            start: Int32(self.words.count), count: Int16(words.count), source: source, facts: facts, code: code)
        self.words.append(contentsOf: words)
        live += 1
    }

    mutating func remove(_ number: Int32) {
        wasted += Int(entries[Int(number)].count)
        entries[Int(number)] = Entry()
        live -= 1
    }
}
