/// Values computed from short byte strings that come again and again in a file, such as countries. Bounded: it
/// forgets everything when full.
final class ByteCache<Value> {
    private struct Entry {
        let hash: UInt64
        let key: [UInt8]
        let value: Value
    }

    private static var capacity: Int { 4_096 }
    private static var slotCount: Int { 16_384 }
    /// Longest run of occupied slots that is searched; past it a key is simply not cached.
    private static var probes: Int { 16 }
    /// Longer texts seldom come twice.
    static var longestKey: Int { 96 }

    private var slots = [Int32](repeating: -1, count: ByteCache.slotCount)
    private var entries: [Entry] = []

    @inline(__always)
    func value(for key: UnsafeBufferPointer<UInt8>, orCompute compute: () -> Value) -> Value {
        guard key.count <= Self.longestKey else { return compute() }
        let hash = Self.hash(key)
        var slot = Int(truncatingIfNeeded: hash & UInt64(Self.slotCount - 1))
        for _ in 0..<Self.probes {
            let index = slots[slot]
            if index < 0 { return insert(key, hash: hash, slot: slot, value: compute()) }
            if entries[Int(index)].hash == hash, Self.isEqual(entries[Int(index)].key, key) {
                return entries[Int(index)].value
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return compute()
    }

    private func insert(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64, slot: Int, value: Value) -> Value {
        var slot = slot
        if entries.count == Self.capacity {
            entries.removeAll(keepingCapacity: true)
            for index in slots.indices { slots[index] = -1 }
            slot = Int(truncatingIfNeeded: hash & UInt64(Self.slotCount - 1))
        }
        slots[slot] = Int32(entries.count)
        entries.append(Entry(hash: hash, key: Array(key), value: value))
        return value
    }

    private static func isEqual(_ stored: [UInt8], _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        stored.count == key.count && stored.withUnsafeBufferPointer { $0.elementsEqual(key) }
    }

    /// FNV-1a over eight bytes at a time, with a final mix.
    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(key)
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(key.count)
        var index = 0
        while index + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            index += 8
        }
        while index < raw.count {
            hash = (hash ^ UInt64(raw[index])) &* 0x0000_0100_0000_01B3
            index += 1
        }
        hash ^= hash >> 32
        return hash &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 28
    }
}
