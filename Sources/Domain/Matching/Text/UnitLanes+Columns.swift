extension UnitLanes {
    /// Calls `body` with the number and length of each grouped text and the column of a pattern after it.
    /// - Parameters:
    ///   - table: of at most 64 scalars.
    ///   - groups: the groups to compare.
    @inline(__always)
    func forEachColumn<Column: MatchColumn>(
        of table: MatchTable, in groups: Range<Int>, _ body: (Int, Int, Column) -> Void
    ) {
        table.withRows { rows in
            units.withUnsafeBufferPointer { units in
                for group in groups { compare(group, units, rows, body) }
            }
        }
    }

    @inline(__always)
    private func compare<Column: MatchColumn>(
        _ group: Int, _ units: UnsafeBufferPointer<UInt8>, _ rows: MatchRows, _ body: (Int, Int, Column) -> Void
    ) {
        let first = group * Self.width
        let shared = Int(lengths[first])
        var (one, two) = (Column(), Column())
        var (three, four) = (Column(), Column())
        var place = starts[group]
        let end = place + shared * Self.width
        while place < end {
            one.take(rows.words[Int(units[place])])
            two.take(rows.words[Int(units[place &+ 1])])
            three.take(rows.words[Int(units[place &+ 2])])
            four.take(rows.words[Int(units[place &+ 3])])
            place &+= Self.width
        }
        // Groups ascend by length, so the first lane is the shortest and is done.
        finish(&two, lane: 1, end, shared, Int(lengths[first + 1]), units, rows)
        finish(&three, lane: 2, end, shared, Int(lengths[first + 2]), units, rows)
        finish(&four, lane: 3, end, shared, Int(lengths[first + 3]), units, rows)
        body(Int(order[first]), shared, one)
        body(Int(order[first + 1]), Int(lengths[first + 1]), two)
        body(Int(order[first + 2]), Int(lengths[first + 2]), three)
        body(Int(order[first + 3]), Int(lengths[first + 3]), four)
    }

    /// Takes in what one text is longer than the shortest of its group.
    @inline(__always)
    private func finish<Column: MatchColumn>(
        _ column: inout Column, lane: Int, _ start: Int, _ done: Int, _ length: Int,
        _ units: UnsafeBufferPointer<UInt8>, _ rows: MatchRows
    ) {
        for step in 0..<(length - done) {
            column.take(rows.words[Int(units[start + step * Self.width + lane])])
        }
    }
}
