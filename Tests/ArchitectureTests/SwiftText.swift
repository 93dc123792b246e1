/// Tells code from comments and strings well enough for rules about code.
struct SwiftText {
    private let source: [UInt8]
    private var output: [UInt8]
    private var index = 0

    /// `text` with every character of comments and of string contents replaced by a space. Lines stay where they are;
    /// code inside interpolations stays.
    static func codeOnly(_ text: String) -> String {
        var scan = SwiftText(source: Array(text.utf8))
        scan.code(until: nil)
        return String(decoding: scan.output, as: UTF8.self)
    }

    private init(source: [UInt8]) {
        self.source = source
        output = source
    }

    private func has(_ text: StaticString, at offset: Int = 0) -> Bool {
        let start = index + offset
        guard start + text.utf8CodeUnitCount <= source.count else { return false }
        for position in 0..<text.utf8CodeUnitCount where source[start + position] != text.utf8Start[position] {
            return false
        }
        return true
    }

    private mutating func blank(_ count: Int = 1) {
        for position in index..<min(index + count, source.count) where output[position] != 10 {
            output[position] = 32
        }
        index += count
    }

    /// Goes over code, to the end or past the parenthesis that closes an interpolation.
    private mutating func code(until closing: UInt8?) {
        var depth = 0
        while index < source.count {
            if has("//") {
                while index < source.count, source[index] != 10 { blank() }
            } else if has("/*") {
                blockComment()
            } else if source[index] == UInt8(ascii: "\"") || hashedQuote() > 0 {
                string(hashes: hashedQuote())
            } else {
                if source[index] == UInt8(ascii: "(") { depth += 1 }
                if source[index] == UInt8(ascii: ")") {
                    if depth == 0, closing != nil {
                        index += 1
                        return
                    }
                    depth -= 1
                }
                index += 1
            }
        }
    }

    private mutating func blockComment() {
        var depth = 0
        while index < source.count {
            if has("/*") {
                depth += 1
                blank(2)
            } else if has("*/") {
                depth -= 1
                blank(2)
                if depth == 0 { return }
            } else {
                blank()
            }
        }
    }

    /// The number of `#` before a quote here, 0 if this is no such string.
    private func hashedQuote() -> Int {
        var end = index
        while end < source.count, source[end] == UInt8(ascii: "#") { end += 1 }
        return end > index && end < source.count && source[end] == UInt8(ascii: "\"") ? end - index : 0
    }

    private mutating func string(hashes: Int) {
        index += hashes
        let isLong = has("\"\"\"")
        index += isLong ? 3 : 1
        let marks = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
        let quote = [UInt8](repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
        while index < source.count {
            if source[index...].starts(with: quote + marks) {
                index += quote.count + hashes
                return
            }
            if source[index] == 10, !isLong { return }
            if source[index] == UInt8(ascii: "\\"), source[(index + 1)...].starts(with: marks) {
                let after = index + 1 + hashes
                if after < source.count, source[after] == UInt8(ascii: "(") {
                    blank(2 + hashes)
                    code(until: UInt8(ascii: ")"))
                } else {
                    blank(2 + hashes)
                }
            } else {
                blank()
            }
        }
    }
}
