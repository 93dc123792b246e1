/// Addresses that begin with the same bits.
struct AddressBlock: Sendable, Hashable {
    private let prefix: [UInt8]
    private let bits: Int

    /// - Parameters:
    ///   - prefix: the first bytes; what is missing of four or sixteen counts as zero.
    ///   - bits: how many bits must be equal, at most eight for each byte of `prefix`.
    init(_ prefix: [UInt8], bits: Int) {
        self.prefix = prefix
        self.bits = bits
    }

    func contains(_ bytes: [UInt8]) -> Bool {
        let whole = bits / 8
        guard bytes.count >= prefix.count, bytes.prefix(whole) == prefix.prefix(whole) else { return false }
        let rest = bits % 8
        return rest == 0 || (bytes[whole] ^ prefix[whole]) >> UInt8(8 - rest) == 0
    }
}
