import Foundation

/// The first clean-up of a name: one kind of space, cross and apostrophe, no trademark signs.
enum NameText {
    /// The tokens of the first `BeverageName.longest` bytes of `raw`, split at spaces and brackets.
    static func tokens(_ raw: String) -> [NameToken] {
        var text = String(decoding: raw.utf8.prefix(BeverageName.longest), as: UTF8.self)
        if !text.utf8.allSatisfy({ $0 < 0x80 }) { text = plain(text) }
        return text.split { $0 == " " || $0.isWhitespace }.flatMap(pieces).map(NameToken.init)
    }

    private static func plain(_ text: String) -> String {
        var cleaned = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2122, 0x2120, 0xAE, 0xA9: break
            case 0xD7, 0x2715: cleaned.append("x")
            case 0x2018, 0x2019, 0x201B, 0xB4, 0x60: cleaned.append("'")
            case 0x201C, 0x201D: cleaned.append("\"")
            case 0x2010...0x2015: cleaned.append("-")
            default: cleaned.unicodeScalars.append(scalar)
            }
        }
        return cleaned.precomposedStringWithCompatibilityMapping
    }

    /// Brackets around a whole word go; `PAD(12)` stays in one piece as `PAD12`.
    private static func pieces(_ word: Substring) -> [Substring] {
        guard word.utf8.contains(where: isBracket) else { return trimmed(word).map { [$0] } ?? [] }
        if let open = word.firstIndex(of: "("), word.hasSuffix(")"), word[..<open].uppercased() == "PAD" {
            return [Substring(word.filter { $0 != "(" && $0 != ")" })]
        }
        return word.split { "()[]\"".contains($0) }.compactMap(trimmed)
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""): true
        default: false
        }
    }

    private static func trimmed(_ word: Substring) -> Substring? {
        var rest = word
        while let last = rest.last, ",;:".contains(last) { rest.removeLast() }
        while let first = rest.first, ",;:".contains(first) { rest.removeFirst() }
        return rest.isEmpty ? nil : rest
    }
}
