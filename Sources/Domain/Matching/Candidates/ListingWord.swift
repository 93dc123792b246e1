/// A word of a listing as it is compared.
struct ListingWord: Sendable, Hashable {
    let text: String
    let kind: WordKind
    /// Whether only the maker's column has it: it may account for a word of another listing, but nobody misses it there.
    let isOptional: Bool

    /// A number times 100, for words that are one; -1 for others.
    var hundredths: Int32 {
        guard kind == .number, let value = Double(text), value < 20_000_000 else { return -1 }
        return Int32((value * 100).rounded())
    }
}
