extension JSONBuffer {
    /// Appends a JSON string (RFC 8259, section 7).
    ///
    /// Beyond what JSON asks for, `<`, `>`, `&`, U+2028 and U+2029 are written as `\u`, so that the bytes are harmless
    /// inside HTML and as JavaScript too.
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(quoting: $0) }
    }

    /// - Parameter text: valid UTF-8.
    private mutating func append(quoting text: UnsafeBufferPointer<UInt8>) {
        // No byte becomes more than six.
        append(room: text.count * 6 + 2) { place in
            var target = place
            Self.put(UInt8(ascii: "\""), at: &target)
            if let source = text.baseAddress { Self.escape(source, count: text.count, to: &target) }
            Self.put(UInt8(ascii: "\""), at: &target)
            return target - place
        }
    }

    @inline(__always)
    private static func escape(
        _ source: UnsafePointer<UInt8>, count: Int, to target: inout UnsafeMutablePointer<UInt8>
    ) {
        let from = UnsafeRawPointer(source)
        var index = 0
        while index < count {
            if index + 8 <= count {
                let word = from.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if isPlain(word) {
                    UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
                    target += 8
                    index += 8
                    continue
                }
            }
            let byte = source[index]
            if isPlain(byte) {
                put(byte, at: &target)
            } else if byte != 0xE2 {
                putEscape(of: UInt16(byte), at: &target)
            } else if index + 2 < count, source[index + 1] == 0x80, source[index + 2] & 0xFE == 0xA8 {
                // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
                putEscape(of: 0x2000 | UInt16(source[index + 2] & 0x29), at: &target)
                index += 2
            } else {
                put(byte, at: &target)
            }
            index += 1
        }
    }

    /// Whether none of eight bytes needs a second look. The usual tests for "a byte below n" and "a byte equal to n" in
    /// a word (Bit Twiddling Hacks, "Determine if a word has a byte less than n"); they are exact for the whole word.
    @inline(__always)
    private static func isPlain(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let control = (word &- ones &* 0x20) & ~word
        // `<` and `>` differ in one bit, `"` and `&` in another.
        let angle = (word | ones &* 0x02) ^ ones &* 0x3E
        let quote = (word | ones &* 0x04) ^ ones &* 0x26
        let backslash = word ^ ones &* 0x5C
        let separator = word ^ ones &* 0xE2
        let found =
            control | (angle &- ones) & ~angle | (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
            | (separator &- ones) & ~separator
        return found & (ones &* 0x80) == 0
    }

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte | 0x02 != 0x3E && byte | 0x04 != 0x26 && byte != 0x5C && byte != 0xE2
    }

    @inline(__always)
    private static func put(_ byte: UInt8, at target: inout UnsafeMutablePointer<UInt8>) {
        target.pointee = byte
        target += 1
    }

    private static func putEscape(of unit: UInt16, at target: inout UnsafeMutablePointer<UInt8>) {
        put(UInt8(ascii: "\\"), at: &target)
        switch unit {
        case 0x22, 0x5C: put(UInt8(truncatingIfNeeded: unit), at: &target)
        case 0x08: put(UInt8(ascii: "b"), at: &target)
        case 0x09: put(UInt8(ascii: "t"), at: &target)
        case 0x0A: put(UInt8(ascii: "n"), at: &target)
        case 0x0C: put(UInt8(ascii: "f"), at: &target)
        case 0x0D: put(UInt8(ascii: "r"), at: &target)
        default:
            put(UInt8(ascii: "u"), at: &target)
            for shift in [12, 8, 4, 0] as [UInt16] {
                put(hexDigit(UInt8(truncatingIfNeeded: unit >> shift) & 15), at: &target)
            }
        }
    }

    /// - Parameter value: 0…15.
    @inline(__always)
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? value &+ UInt8(ascii: "0") : value &+ (UInt8(ascii: "a") - 10)
    }
}
