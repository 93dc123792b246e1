import Glibc

/// Looks for bytes in all memory of this process that can be written: heap, stacks and data.
enum MemoryScan {
    private static let pieceBytes = 1 << 20

    /// - Parameters:
    ///   - masked: what is looked for, XOR `mask`; 64 bytes of it from behind the middle are enough, since an allocator
    ///     that frees a buffer writes over the beginning, and gives pieces of it to others.
    /// - Returns: how many places hold it.
    static func count(_ masked: [UInt8], mask: UInt8) -> Int {
        let needle = Array(masked.dropFirst(masked.count * 3 / 4).prefix(64))
        let memory = open("/proc/self/mem", O_RDONLY)
        guard memory >= 0, !needle.isEmpty else { return -1 }
        defer { close(memory) }
        // One buffer, so that what is looked through is not itself found a second time: it is skipped by its address.
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes + needle.count, alignment: 16)
        defer {
            buffer.initializeMemory(as: UInt8.self, repeating: 0)
            buffer.deallocate()
        }
        let own = UInt64(UInt(bitPattern: buffer.baseAddress))
        var places: Set<UInt64> = []
        for (start, end) in regions() {
            var from = start
            while from < end {
                let wanted = min(Int(end - from), buffer.count)
                let count = pread(memory, buffer.baseAddress, wanted, off_t(truncatingIfNeeded: from))
                guard count > 0 else { break }
                find(needle, mask, in: UnsafeRawBufferPointer(rebasing: buffer[..<count])) { offset in
                    let address = from + UInt64(offset)
                    if address < own || address >= own + UInt64(buffer.count) { places.insert(address) }
                }
                from += UInt64(min(pieceBytes, count))
            }
        }
        return places.count
    }

    private static func find(
        _ needle: [UInt8], _ mask: UInt8, in memory: UnsafeRawBufferPointer, _ found: (Int) -> Void
    ) {
        guard let base = memory.baseAddress, memory.count >= needle.count else { return }
        let first = Int32(needle[0] ^ mask)
        let end = memory.count - needle.count
        var offset = 0
        while offset <= end, let hit = memchr(base + offset, first, end - offset + 1) {
            let at = UnsafeRawPointer(hit) - base
            var index = 1
            while index < needle.count, memory[at + index] == needle[index] ^ mask { index += 1 }
            if index == needle.count { found(at) }
            offset = at + 1
        }
    }

    /// Memory that can be read and written, by its addresses.
    private static func regions() -> [(UInt64, UInt64)] {
        guard let file = fopen("/proc/self/maps", "r") else { return [] }
        defer { fclose(file) }
        var regions: [(UInt64, UInt64)] = []
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        while getline(&line, &capacity, file) > 0 {
            guard let line else { break }
            let words = String(cString: line).split(separator: " ")
            let bounds = (words.first ?? "").split(separator: "-").compactMap { UInt64($0, radix: 16) }
            if bounds.count == 2, words.count > 1, words[1].hasPrefix("rw") { regions.append((bounds[0], bounds[1])) }
        }
        free(line)
        return regions
    }
}
