extension MatchTable {
    /// The length of the longest common subsequence with a text.
    func subsequence(with text: TextUnits) -> Int {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { subsequence(with: $0) }
            : text.narrow.withUnsafeBufferPointer { subsequence(with: $0) }
    }

    /// The same for a stretch of a text.
    func subsequence<Unit: TextUnit>(with text: UnsafeBufferPointer<Unit>) -> Int {
        if blocks == 1 { return column(SubsequenceColumn.self, after: text).length }
        return withRows { rows in
            var columns = SubsequenceColumns(blocks: blocks)
            for unit in text { _ = columns.take(unit, rows) }
            return columns.length
        }
    }

    /// The column after all of a text, of a pattern of at most 64 scalars.
    @inline(__always)
    func column<Column: MatchColumn, Unit: TextUnit>(
        _: Column.Type, after text: UnsafeBufferPointer<Unit>
    ) -> Column {
        withRows { rows in
            var column = Column()
            // With one word for each row, a row's number is the place of its word.
            for unit in text { column.take(rows.words[rows.row(of: unit)]) }
            return column
        }
    }

    /// The length of the longest common subsequence of parts of both texts, each at most 64 scalars long.
    /// - Parameters:
    ///   - own: the places of the pattern that take part.
    ///   - others: the places of the text that take part.
    func subsequence(with text: TextUnits, own: UInt64, others: UInt64) -> Int {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { subsequence(with: $0, own: own, others: others) }
            : text.narrow.withUnsafeBufferPointer { subsequence(with: $0, own: own, others: others) }
    }

    /// The same for a stretch of a text.
    @inline(__always)
    func subsequence<Unit: TextUnit>(with text: UnsafeBufferPointer<Unit>, own: UInt64, others: UInt64 = ~0) -> Int {
        withRows { rows in
            var column = SubsequenceColumn()
            var others = others
            // A place that matches nothing leaves the column as it is, so leaving out is masking, on either side.
            for unit in text {
                column.take(rows.words[rows.row(of: unit)] & own & (0 &- (others & 1)))
                others >>= 1
            }
            return column.length
        }
    }
}
