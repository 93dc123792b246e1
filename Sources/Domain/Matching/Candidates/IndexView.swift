/// The arrays of an index, lent for one look-up. Reading through them neither counts references, which threads would have
/// to do in turns, nor checks bounds in release builds; every number in them comes from the index itself.
struct IndexView {
    private let postings: UnsafeBufferPointer<Int32>
    private let extents: UnsafeBufferPointer<PostingLists.Extent>
    let hashes: UnsafeBufferPointer<UInt64>
    let traits: UnsafeBufferPointer<TokenTable.Traits>
    private let words: UnsafeBufferPointer<Int32>
    let entries: UnsafeBufferPointer<RecordTable.Entry>
    /// All listings and a few more, and the logarithm of that: against this words are rare or common.
    private let all: Double
    private let scale: Double

    /// Lends the arrays of an index.
    static func with<Result>(_ index: ListingIndex, _ body: (IndexView) -> Result) -> Result {
        let all = Double(index.count) + 20
        return index.postings.slab.withUnsafeBufferPointer { postings in
            index.postings.extents.withUnsafeBufferPointer { extents in
                index.records.words.withUnsafeBufferPointer { words in
                    index.records.entries.withUnsafeBufferPointer { entries in
                        index.tokens.withArrays { hashes, traits in
                            body(
                                IndexView(
                                    postings: postings, extents: extents, hashes: hashes, traits: traits, words: words,
                                    entries: entries, all: all, scale: Logarithm.of(all)))
                        }
                    }
                }
            }
        }
    }

    /// How rare a word is among the listings times how much its kind counts, as `WordBook` says it.
    @inline(__always)
    func weight(_ token: Int) -> Float { weight(traits[token].kind, listings: extents[token].count) }

    @inline(__always)
    func weight(_ kind: WordKind, listings: Int32) -> Float {
        let rarity = Logarithm.of(all / (Double(listings) + 1)) / scale
        return Float(min(1, max(0.1, rarity)) * kind.factor)
    }

    /// How many listings have a word.
    @inline(__always)
    func count(_ token: Int) -> Int { Int(extents[token].count) }

    /// The listings with a word.
    @inline(__always)
    func list(_ token: Int) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(rebasing: postings[extents[token].range])
    }

    /// The words of a listing with their marks.
    @inline(__always)
    func words(of entry: RecordTable.Entry) -> UnsafeBufferPointer<Int32> {
        UnsafeBufferPointer(rebasing: words[entry.range])
    }
}
