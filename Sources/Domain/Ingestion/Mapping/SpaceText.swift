/// White space inside texts.
enum SpaceText {
    /// The text with each run of white space (also no-break spaces) made one space.
    static func collapsed(_ text: String) -> String {
        var copy = text
        let isTidy = copy.withUTF8 { bytes in
            var previous: UInt8 = 0
            for byte in bytes {
                if byte < 0x20 || (byte == 0x20 && previous == 0x20) { return false }
                // Leading bytes of the white space above ASCII: U+0085 and U+00A0, U+1680, U+2000…, U+3000.
                if byte == 0xC2 || (0xE1...0xE3).contains(byte) { return false }
                previous = byte
            }
            return true
        }
        return isTidy ? copy : copy.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
