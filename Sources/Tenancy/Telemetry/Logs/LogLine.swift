/// The bytes of one line, in which nothing from outside can end the line, move the cursor or leave its quotes.
struct LogLine {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    /// Text of our own.
    mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// A JSON string (RFC 8259) of at most `limit` bytes of text; `…` marks what was cut.
    mutating func quote(_ text: String, limit: Int) {
        bytes.append(UInt8(ascii: "\""))
        write(text, limit: limit, quoted: true)
        bytes.append(UInt8(ascii: "\""))
    }

    /// The same for a person: without quotes, other than control characters as it is.
    mutating func escape(_ text: String, limit: Int) { write(text, limit: limit, quoted: false) }

    private mutating func write(_ text: String, limit: Int, quoted: Bool) {
        // Nearly all text is plain: it is copied whole.
        if text.utf8.count <= limit, text.utf8.allSatisfy(Self.isPlain) { return put(text) }
        var left = limit
        for scalar in text.unicodeScalars {
            left -= UTF8.width(scalar)
            guard left >= 0 else { return put("…") }
            switch scalar {
            case "\"" where quoted: put("\\\"")
            case "\\" where quoted: put("\\\\")
            case "\n": put("\\n")
            case _ where Self.isTreacherous(scalar): escape(scalar)
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Control characters, line and paragraph separators, and what turns the direction of text around.
    private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F, 0xFEFF: true
        default: false
        }
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        put("\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }
}
