/// A column of a table of dynamic programming that goes on by one scalar of the text at a time, as bits: one for each
/// of up to 64 scalars of the pattern.
protocol MatchColumn: Sendable {
    init()

    /// Goes on by one scalar.
    /// - Parameter mask: its places in the pattern.
    mutating func take(_ mask: UInt64)
}
