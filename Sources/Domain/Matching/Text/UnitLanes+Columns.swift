extension UnitLanes {
    /// Calls `body` with the number and length of each grouped text and the column of a pattern after it.
    /// - Parameters:
    ///   - table: of at most as many scalars as the column's words have bits.
    ///   - groups: the groups to compare.
    @inline(__always)
    func forEachColumn<Column: MatchColumn>(
        of table: MatchTable, in groups: Range<Int>, _ body: (Int, Int, Column) -> Void
    ) {
        table.withRows { rows in
            units.withUnsafeBufferPointer { units in
                for group in groups {
                    compare(group, units, rows, { _ in Column() }) { body(Int(order[$0]), Int(lengths[$0]), $1) }
                }
            }
        }
    }

    /// Compares the texts of one group.
    /// - Parameters:
    ///   - start: the column to begin with, for a place in `order`.
    ///   - body: told the place and the column after the text that is there.
    @inline(__always)
    func compare<Column: MatchColumn>(
        _ group: Int, _ units: UnsafeBufferPointer<UInt8>, _ rows: MatchRows, _ start: (Int) -> Column,
        _ body: (Int, Column) -> Void
    ) {
        let first = group &* Self.width
        let shared = Int(lengths[first])
        var (one, two) = (start(first), start(first &+ 1))
        var (three, four) = (start(first &+ 2), start(first &+ 3))
        var place = starts[group]
        let end = place + shared * Self.width
        while place < end {
            one.take(rows.mask(Int(units[place])))
            two.take(rows.mask(Int(units[place &+ 1])))
            three.take(rows.mask(Int(units[place &+ 2])))
            four.take(rows.mask(Int(units[place &+ 3])))
            place &+= Self.width
        }
        // Groups ascend by length, so the first lane is the shortest and is done.
        finish(&two, lane: 1, end, shared, Int(lengths[first + 1]), units, rows)
        finish(&three, lane: 2, end, shared, Int(lengths[first + 2]), units, rows)
        finish(&four, lane: 3, end, shared, Int(lengths[first + 3]), units, rows)
        body(first, one)
        body(first &+ 1, two)
        body(first &+ 2, three)
        body(first &+ 3, four)
    }

    /// Takes in what one text is longer than the shortest of its group.
    @inline(__always)
    private func finish<Column: MatchColumn>(
        _ column: inout Column, lane: Int, _ start: Int, _ done: Int, _ length: Int,
        _ units: UnsafeBufferPointer<UInt8>, _ rows: MatchRows
    ) {
        for step in 0..<(length - done) {
            column.take(rows.mask(Int(units[start + step * Self.width + lane])))
        }
    }
}
