/// Remembers the items of one list, to find those that come again. Grows with the list: about 25 bytes an item.
struct ItemLedger {
    /// Lines by the item's hash. Its 64 bits are drawn anew by every process; one list in 37 million of a million items
    /// holds two items that share one.
    private var lines: [UInt64: Int32] = [:]

    /// The line that named this item first, or `nil` when this one does.
    mutating func earlierLine(of item: String, shop: String?, line: Int) -> Int? {
        var hasher = Hasher()
        hasher.combine(item)
        hasher.combine(shop)
        let key = UInt64(bitPattern: Int64(hasher.finalize()))
        if let first = lines[key] { return Int(first) }
        lines[key] = Int32(clamping: line)
        return nil
    }
}
