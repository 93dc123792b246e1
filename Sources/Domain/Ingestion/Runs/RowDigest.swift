/// A 64-bit digest of what a row says, kept beside its listing: a row with the digest of the listing's newest row changes
/// nothing and is not sent. The same bytes give the same digest on every machine and in every build.
///
/// Two different rows share a digest by chance once in 2⁶⁴ (1.8e19) comparisons. It guards nothing against a person who
/// would make two of their own rows look alike.
struct RowDigest {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    mutating func mix(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset + 8 <= bytes.count {
            mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset += 8
        }
        guard offset < bytes.count else { return }
        var rest: UInt64 = 0
        for place in offset..<bytes.count { rest |= UInt64(bytes[place]) << UInt64(8 * (place - offset)) }
        mix(rest)
    }

    /// One word. Each step can be undone, so that two states or two words that differ stay different.
    private mutating func mix(_ word: UInt64) {
        state = (state ^ word) &* 0xFF51_AFD7_ED55_8CCD
        state ^= state >> 32
    }

    /// As the database's bigint.
    var value: Int {
        var value = (state ^ state >> 33) &* 0xC4CE_B9FE_1A85_EC53
        value ^= value >> 33
        return Int(truncatingIfNeeded: value)
    }
}
