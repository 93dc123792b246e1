extension MatchTable {
    /// The length of the longest common subsequence with a text.
    func subsequence(with text: TextUnits) -> Int {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { subsequence(with: $0) }
            : text.narrow.withUnsafeBufferPointer { subsequence(with: $0) }
    }

    /// The same for a stretch of a text.
    func subsequence<Unit: TextUnit>(with text: UnsafeBufferPointer<Unit>) -> Int {
        switch blocks {
        case 1: return column(SubsequenceColumn<UInt64>(), after: text).length
        case 2: return column(SubsequenceColumn<UInt128>(), after: text).length
        default: break
        }
        return withRows { rows in
            var columns = SubsequenceColumns(blocks: blocks)
            for unit in text { _ = columns.take(unit, rows) }
            return columns.length
        }
    }

    /// The column after all of a text, of a pattern of as many words as the column has.
    @inline(__always)
    func column<Column: MatchColumn, Unit: TextUnit>(
        _ column: Column, after text: UnsafeBufferPointer<Unit>
    ) -> Column {
        withRows { rows in
            var column = column
            for unit in text { column.take(rows.mask(rows.row(of: unit))) }
            return column
        }
    }

    /// The length of the longest common subsequence of parts of both texts, each at most 128 scalars long.
    /// - Parameters:
    ///   - own: the places of the pattern that take part.
    ///   - others: the places of the text that take part.
    func subsequence(with text: TextUnits, own: UInt128, others: UInt128) -> Int {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { subsequence(with: $0, own: own, others: others) }
            : text.narrow.withUnsafeBufferPointer { subsequence(with: $0, own: own, others: others) }
    }

    /// The same for a stretch of a text.
    @inline(__always)
    func subsequence<Unit: TextUnit>(
        with text: UnsafeBufferPointer<Unit>, own: UInt128, others: UInt128 = ~0
    ) -> Int {
        switch (blocks, text.count <= 64) {
        case (1, true): column(RemainderColumn<UInt64, Int64>(own: own, others: others), after: text).length
        case (1, false): column(RemainderColumn<UInt64, Int128>(own: own, others: others), after: text).length
        default: column(RemainderColumn<UInt128, Int128>(own: own, others: others), after: text).length
        }
    }
}
