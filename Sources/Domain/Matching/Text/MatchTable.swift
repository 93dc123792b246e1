/// Where each scalar stands in a text, as bits: what bit-parallel comparison needs of one of the two texts
/// (Baeza-Yates and Gonnet 1992; Myers 1999). Bit `i` of a scalar's row is set if it stands at place `i`. A row has one
/// 64-bit word for every 64 scalars of the text, and at least one.
struct MatchTable: Sendable {
    /// The length of the text in scalars.
    let count: Int
    /// Words in a row.
    let blocks: Int
    private var words: [UInt64]
    /// Scalars from 256 on by slot, open addressing; 0 is a free slot. A power of two of slots, or none.
    private var slots: [UInt32]

    /// - Parameter backwards: whether place 0 is the last scalar.
    init(_ units: TextUnits, backwards: Bool = false) {
        count = units.count
        blocks = max(1, (units.count + 63) / 64)
        slots = []
        words = []
        if units.isWide {
            // At most half full, so that a search always ends.
            var size = 2
            while size < 2 * units.count { size *= 2 }
            slots = [UInt32](repeating: 0, count: size)
            for unit in units.wide where unit >= 0x100 { addSlot(unit) }
        }
        words = [UInt64](repeating: 0, count: (MatchRows.absent + 1 + slots.count) * blocks)
        if units.isWide { fill(units.wide, backwards) } else { fill(units.narrow, backwards) }
    }

    /// Lends the rows for reading.
    @inline(__always)
    func withRows<Result>(_ body: (MatchRows) -> Result) -> Result {
        words.withUnsafeBufferPointer { words in
            slots.withUnsafeBufferPointer { slots in
                body(MatchRows(words: words, slots: slots, blocks: blocks))
            }
        }
    }

    private mutating func addSlot(_ unit: UInt32) {
        var slot = MatchRows.firstSlot(unit, slots.count)
        while slots[slot] != 0, slots[slot] != unit { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = unit
    }

    private mutating func fill<Unit: TextUnit>(_ units: [Unit], _ backwards: Bool) {
        words.withUnsafeMutableBufferPointer { words in
            slots.withUnsafeBufferPointer { slots in
                let rows = MatchRows(words: UnsafeBufferPointer(words), slots: slots, blocks: blocks)
                for index in units.indices {
                    let place = backwards ? units.count - 1 - index : index
                    words[rows.row(of: units[index]) * blocks + place / 64] |= 1 << UInt64(place % 64)
                }
            }
        }
    }
}
