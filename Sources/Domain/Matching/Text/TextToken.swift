/// A distinct word of a text: where it stands in the text's sorted distinct words, and a hash to find it by.
struct TextToken: Hashable, Sendable {
    /// A hash of the word's scalars, the same on every machine. Words of one hash are told apart by their scalars, so
    /// texts need no table of words in common to be compared.
    let key: UInt64
    let start: UInt32
    let count: UInt32

    var range: Range<Int> { Int(start)..<Int(start + count) }

    /// The word's places in a text of at most 128 scalars.
    var bits: UInt128 { ((1 << UInt128(count)) &- 1) << UInt128(start) }

    /// The word's places and the space before it.
    var bitsWithSpace: UInt128 { bits | (bits >> 1) }
}
