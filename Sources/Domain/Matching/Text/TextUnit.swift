/// A Unicode scalar as it is stored: a byte, or four.
protocol TextUnit: FixedWidthInteger, UnsignedInteger, Sendable {}

extension UInt8: TextUnit {}
extension UInt32: TextUnit {}

extension TextUnit {
    static var space: Self { 0x20 }

    /// Whether this separates words: what Python's `str.isspace` says of a scalar (bidirectional class WS, B or S, or
    /// category Zs), which differs from Unicode's White_Space in U+001C to U+001F.
    var isSpace: Bool {
        switch UInt32(truncatingIfNeeded: self) {
        case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }
}
