/// Numbers by 64-bit keys, in two flat arrays with open addressing: a third of what a dictionary takes. Keys stay; an
/// index that has lost half of what it knew is built anew.
struct HashedNumbers: Sendable {
    private var keys: [UInt64] = [0, 0, 0, 0]
    private var values: [Int32] = [-1, -1, -1, -1]
    private(set) var count = 0

    /// The number of a key; -1 for one that has none.
    subscript(_ key: UInt64) -> Int32 {
        var slot = self.slot(key)
        while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return values[slot]
    }

    /// Gives a key a number that it does not have yet.
    /// - Parameter value: from 0.
    mutating func insert(_ key: UInt64, _ value: Int32) {
        if 10 * (count + 1) > 7 * keys.count { grow() }
        place(key, value)
        count += 1
    }

    private mutating func place(_ key: UInt64, _ value: Int32) {
        var slot = self.slot(key)
        while values[slot] >= 0 { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        values[slot] = value
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = [UInt64](repeating: 0, count: 2 * oldKeys.count)
        values = [Int32](repeating: -1, count: 2 * oldValues.count)
        for slot in oldKeys.indices where oldValues[slot] >= 0 { place(oldKeys[slot], oldValues[slot]) }
    }

    private func slot(_ key: UInt64) -> Int {
        Int((key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (keys.count - 1)
    }
}
