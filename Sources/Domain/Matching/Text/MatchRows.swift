/// The rows of a `MatchTable`, lent for one comparison. Buffers are checked in debug builds only: the inner loops read
/// one row for each scalar, and every row number comes from `row(of:)`.
struct MatchRows {
    /// The row of all scalars that the text does not have; before it come those of the scalars below 256.
    static let absent = 256

    let words: UnsafeBufferPointer<UInt64>
    let slots: UnsafeBufferPointer<UInt32>
    let blocks: Int

    /// The number of a scalar's row.
    @inline(__always)
    func row<Unit: TextUnit>(of unit: Unit) -> Int {
        if Unit.bitWidth == 8 || unit < 0x100 { return Int(truncatingIfNeeded: unit) }
        return slotRow(UInt32(truncatingIfNeeded: unit))
    }

    /// The places of a row's scalar in a text that has as many words in a row as `Word` has.
    @inline(__always)
    func mask<Word: FixedWidthInteger & UnsignedInteger>(_ row: Int, _: Word.Type = Word.self) -> Word {
        if Word.bitWidth == 64 { return Word(truncatingIfNeeded: words[row]) }
        let (low, high) = (words[row &* 2], words[row &* 2 &+ 1])
        return Word(truncatingIfNeeded: high) << 64 | Word(truncatingIfNeeded: low)
    }

    private func slotRow(_ unit: UInt32) -> Int {
        if slots.isEmpty { return Self.absent }
        var slot = Self.firstSlot(unit, slots.count)
        while slots[slot] != 0 {
            if slots[slot] == unit { return Self.absent + 1 + slot }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.absent
    }

    static func firstSlot(_ unit: UInt32, _ count: Int) -> Int {
        Int((unit &* 0x9E37_79B1) >> 15) & (count - 1)
    }
}
