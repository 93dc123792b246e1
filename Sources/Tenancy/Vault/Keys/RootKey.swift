/// The key over all keys. Kept outside the database and outside the directory of company keys.
package struct RootKey: Sendable {
    /// What stands before the digits of a key that the product made for development.
    static let developmentMark = "development:"
    /// Random bytes have about 30 different values in 32; a key somebody typed has few.
    private static let fewestValues = 12

    package let id: RootKeyID
    package let isDevelopment: Bool
    let secret: SecretBytes

    /// Reads the text of a key: 64 hexadecimal digits, with space around it or none, after `development:` for a
    /// development key. `openssl rand -hex 32` makes one.
    /// - Parameter origin: where it came from, for the error.
    package init(text: SecretBytes, from origin: String) throws(VaultProblem) {
        var isDevelopment = false
        var isWellFormed = false
        let mark = Array(Self.developmentMark.utf8)
        let secret = SecretBytes(count: AESGCM.keyBytes) { target in
            text.withBytes { text in
                var digits = text[...]
                while let last = digits.last, Self.isSpace(last) { digits.removeLast() }
                while let first = digits.first, Self.isSpace(first) { digits.removeFirst() }
                isDevelopment = digits.starts(with: mark)
                if isDevelopment { digits = digits.dropFirst(mark.count) }
                isWellFormed = Self.decode(digits, into: target)
            }
        }
        guard isWellFormed, secret.withBytes(Self.valueCount) >= Self.fewestValues else { throw .noKey(origin) }
        self.secret = secret
        self.isDevelopment = isDevelopment
        let mark32 = DerivedKey.mark(of: secret, label: "tidemark.vault.1.root-key-id", salt: [])
        id = RootKeyID(rawValue: mark32.prefix(16).map(Self.digits).joined())
    }

    /// A new key's text, marked as a development key.
    static func developmentText() -> SecretBytes {
        let random = SecretBytes(count: AESGCM.keyBytes, filling: fillWithRandomBytes)
        defer { random.wipe() }
        let mark = Array(developmentMark.utf8)
        let alphabet = Array("0123456789abcdef".utf8)
        return SecretBytes(count: mark.count + 2 * AESGCM.keyBytes + 1) { target in
            target.copyBytes(from: mark)
            random.withBytes { bytes in
                for (index, byte) in bytes.enumerated() {
                    target[mark.count + 2 * index] = alphabet[Int(byte >> 4)]
                    target[mark.count + 2 * index + 1] = alphabet[Int(byte & 15)]
                }
            }
            target[target.count - 1] = UInt8(ascii: "\n")
        }
    }

    private static func decode(
        _ digits: Slice<UnsafeRawBufferPointer>, into target: UnsafeMutableRawBufferPointer
    ) -> Bool {
        guard digits.count == target.count * 2 else { return false }
        for (position, digit) in digits.enumerated() {
            guard let value = value(of: digit) else { return false }
            target[position / 2] = target[position / 2] << 4 | value
        }
        return true
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    /// How many different values there are. Counted in place, as a set would keep them.
    private static func valueCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        bytes.indices.count { index in !bytes[..<index].contains(bytes[index]) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func digits(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}
