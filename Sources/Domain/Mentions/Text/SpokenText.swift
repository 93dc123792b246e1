import Catalog

/// Text taken apart into sentences, without marks of HTML.
enum SpokenText {
    /// Bytes of a text that are read; the rest of a longer one is left.
    static let longest = 16_384
    /// Words after which a full stop ends nothing.
    private static let abbreviations: Set<String> = [
        "st", "ste", "no", "nr", "mr", "mrs", "ms", "dr", "ch", "dom", "vs", "etc", "ca", "approx", "inc", "ltd", "co",
        "jr", "sr", "vol",
    ]

    static func sentences(_ text: String) -> [SpokenSentence] {
        var result: [SpokenSentence] = []
        for line in plain(text).split(whereSeparator: \.isNewline) {
            var pieces: [Substring] = []
            let parts = line.split(whereSeparator: \.isWhitespace)
            for (place, part) in parts.enumerated() {
                pieces.append(part)
                guard ends(part), place + 1 == parts.count || !startsSmall(parts[place + 1]) else { continue }
                result.append(SpokenSentence(pieces))
                pieces = []
            }
            if !pieces.isEmpty { result.append(SpokenSentence(pieces)) }
        }
        return result
    }

    /// All of it as one sentence: a title or a tag.
    static func line(_ text: String) -> SpokenSentence? {
        let pieces = plain(text).split(whereSeparator: \.isWhitespace)
        return pieces.isEmpty ? nil : SpokenSentence(pieces)
    }

    /// Whether a sentence ends with a piece.
    static func ends(_ piece: Substring) -> Bool {
        guard let last = piece.unicodeScalars.last(where: { !SpokenSentence.closing.contains($0) }),
            SpokenSentence.ends.contains(last)
        else { return false }
        guard last == "." else { return true }
        let word = NameFolding.fold(String(piece))
        // "St.", and initials: "J. W. Dant", "U.S.".
        return !abbreviations.contains(word) && word.split(separator: " ").contains { $0.count > 1 }
    }

    private static func startsSmall(_ piece: Substring) -> Bool {
        piece.unicodeScalars.first?.properties.isLowercase ?? false
    }

    /// The beginning of the text without tags, and with the commonest entities written out.
    static func plain(_ text: String) -> String {
        var start = text.utf8.count > longest ? String(decoding: text.utf8.prefix(longest), as: UTF8.self) : text
        if start.utf8.contains(UInt8(ascii: "&")) {
            for (entity, sign) in entities { start = start.replacing(entity, with: sign) }
        }
        guard start.utf8.contains(UInt8(ascii: "<")) else { return start }
        var result: [UInt8] = []
        let bytes = Array(start.utf8)
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count, isTagStart(bytes[place + 1]),
                let end = bytes[place...].prefix(400).firstIndex(of: UInt8(ascii: ">"))
            {
                result.append(UInt8(ascii: " "))
                place = end + 1
            } else {
                result.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
    }

    private static let entities = [
        ("&nbsp;", " "), ("&#8217;", "’"), ("&rsquo;", "’"), ("&#39;", "'"), ("&quot;", "\""), ("&amp;", "&"),
    ]
}
