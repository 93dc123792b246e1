/// A column of the table of longest common subsequences: place `i` of the pattern is 0 where the subsequence of the
/// text so far with the pattern's first `i + 1` scalars is one longer than with its first `i` (Crochemore, Iliopoulos,
/// Pinzon and Reid 2001, in the form of Hyyrö 2004, "Bit-parallel LCS-length computation revisited").
struct SubsequenceColumn<Word: FixedWidthInteger & UnsignedInteger & Sendable>: MatchColumn {
    private(set) var bits = ~Word.zero

    /// The length of the subsequence.
    var length: Int { (~bits).nonzeroBitCount }

    @inline(__always)
    mutating func take(_ mask: Word) {
        let common = bits & mask
        bits = (bits &+ common) | (bits &- common)
    }

    /// The same for one of several columns.
    /// - Parameter carry: whether the subsequence with the places before these became longer; on return, whether that
    ///   with these did. Bits above the pattern's length are 1 and hand the carry on.
    @inline(__always)
    mutating func take(_ mask: Word, carry: inout Bool) {
        let common = bits & mask
        let (half, first) = bits.addingReportingOverflow(common)
        let (sum, second) = half.addingReportingOverflow(carry ? 1 : 0)
        carry = first || second
        bits = sum | (bits &- common)
    }
}
