/// `SubsequenceColumn` for patterns of any length, 64 scalars to a column.
struct SubsequenceColumns {
    private var columns: [SubsequenceColumn<UInt64>]

    init(blocks: Int) { columns = [SubsequenceColumn<UInt64>](repeating: SubsequenceColumn<UInt64>(), count: blocks) }

    /// The length of the subsequence.
    var length: Int { columns.reduce(0) { $0 + $1.length } }

    /// The bits of the columns, one after the other.
    var words: [UInt64] { columns.map(\.bits) }

    /// Goes on by one scalar.
    /// - Returns: whether the subsequence became longer.
    @inline(__always)
    mutating func take<Unit: TextUnit>(_ unit: Unit, _ rows: MatchRows) -> Bool {
        let start = rows.row(of: unit) &* rows.blocks
        var carry = false
        for block in columns.indices { columns[block].take(rows.words[start &+ block], carry: &carry) }
        return carry
    }
}
