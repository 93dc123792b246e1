/// The bytes of a page while it is written.
///
/// Escaping works on bytes, not on characters: a `<` or `"` followed by a combining mark is one Swift `Character`, and an
/// escape that compares characters lets it through.
package struct HTMLBuffer: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Appends bytes as they are.
    package mutating func append(_ literal: [UInt8]) {
        bytes.append(contentsOf: literal)
    }

    /// Appends a literal of our code as it is.
    mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Appends text with `& < > " '` escaped, which is enough for element text and quoted attribute values.
    mutating func append(escaping text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                let replacement: StaticString
                switch utf8[index] {
                case UInt8(ascii: "&"): replacement = "&amp;"
                case UInt8(ascii: "<"): replacement = "&lt;"
                case UInt8(ascii: ">"): replacement = "&gt;"
                case UInt8(ascii: "\""): replacement = "&quot;"
                case UInt8(ascii: "'"): replacement = "&#39;"
                default: continue
                }
                bytes.append(contentsOf: utf8[start..<index])
                replacement.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    /// Text with the same escaping, for markup that is made in Swift.
    static func escaped(_ text: String) -> [UInt8] {
        var buffer = HTMLBuffer(capacity: text.utf8.count)
        buffer.append(escaping: text)
        return buffer.bytes
    }
}
