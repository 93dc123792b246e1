/// The codes of a line a server answered with. The words beside them are not kept: a server may quote the message it refuses, and
/// what was in it.
struct ServerReply: Sendable, Hashable {
    /// Three digits.
    let code: Int
    /// An enhanced status code such as 5.1.1 (RFC 3463), if there was one.
    let enhanced: String?

    /// - Parameter line: as it came, with or without its end.
    /// - Returns: nil for a line that does not begin with a code.
    init?(line: UnsafeRawBufferPointer) {
        guard line.count >= 3 else { return nil }
        var code = 0
        for byte in line.prefix(3) {
            guard (0x30...0x39).contains(byte) else { return nil }
            code = code * 10 + Int(byte - 0x30)
        }
        guard (200...599).contains(code) else { return nil }
        self.code = code
        let word = line.dropFirst(4).prefix(12).prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isStatus = parts.count == 3 && parts[0].count == 1 && parts.allSatisfy { (1...3).contains($0.count) }
        enhanced = isStatus ? String(decoding: word, as: UTF8.self) : nil
    }
}
