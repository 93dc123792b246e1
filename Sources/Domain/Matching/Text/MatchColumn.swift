/// A column of a table of dynamic programming that goes on by one scalar of the text at a time, as bits: one for each
/// scalar of the pattern.
protocol MatchColumn: Sendable {
    /// As long as the longest pattern: 64 or 128 bits.
    associatedtype Word: FixedWidthInteger & UnsignedInteger & Sendable

    init()

    /// Goes on by one scalar.
    /// - Parameter mask: its places in the pattern.
    mutating func take(_ mask: Word)
}
