import Foundation

/// Texts of shops as they are compared: small letters without marks, spellings of the same sign alike, words apart.
enum CleanText {
    private static let spellings: [Unicode.Scalar: String] = [
        "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "\u{2019}": "'", "\u{2018}": "'",
        "`": "'",
        "\u{B4}": "'", "\u{2033}": "\"", "\u{201D}": "\"", "\u{201C}": "\"", "\u{2013}": "-", "\u{2014}": "-", "×": "x",
        "®": " ", "™": " ", "©": " ",
    ]

    /// Lower case, no marks on letters, no language tags (`"…"@en`) and no `null` standing for nothing.
    static func folded(_ text: String) -> [Unicode.Scalar] {
        let lower = text.lowercased()
        let plain =
            lower.unicodeScalars.allSatisfy(\.isASCII)
            ? lower : spelled(spelled(lower).decomposedStringWithCompatibilityMapping)
        return withoutTags(Array(plain.unicodeScalars))
    }

    private static func spelled(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let other = spellings[scalar] {
                result.append(contentsOf: other.unicodeScalars)
            } else if scalar.properties.generalCategory != .nonspacingMark {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func withoutTags(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var place = 0
        func isLetter(_ at: Int) -> Bool { at < text.count && ("a"..."z").contains(text[at]) }
        while place < text.count {
            let at = text[place] == "\"" && place + 1 < text.count && text[place + 1] == "@" ? place + 1 : place
            if text[at] == "@", isLetter(at + 1), isLetter(at + 2) {
                var end = at + 3
                if end < text.count, text[end] == "-", isLetter(end + 1), isLetter(end + 2) { end += 3 }
                if end >= text.count || !(isLetter(end) || ("0"..."9").contains(text[end])) {
                    result.append(" ")
                    place = end
                    continue
                }
            }
            if text[place] == "n", place + 4 <= text.count,
                text[place..<place + 4].elementsEqual("null".unicodeScalars),
                place == 0 || text[place - 1] == "\"" || text[place - 1] == " ",
                place + 4 == text.count || text[place + 4] == "\"" || text[place + 4] == " "
            {
                result.append(" ")
                place += 4
                continue
            }
            result.append(text[place])
            place += 1
        }
        return result
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || isSmallLetter(scalar)
            || !scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }

    /// Words with single spaces between them: letters and digits, points within numbers, `%` and `+`; what marks inches is `in`, `&` is `and`.
    static func normal(_ folded: [Unicode.Scalar]) -> String {
        var kept: [Unicode.Scalar] = []
        kept.reserveCapacity(folded.count)
        func at(_ place: Int) -> Unicode.Scalar? { folded.indices.contains(place) ? folded[place] : nil }
        var place = 0
        while place < folded.count {
            let sign = folded[place]
            if sign == "'" || sign == "\"" {
                // After a number it stands for inches, before an s it belongs to the word.
                let isDouble = sign == "'" && at(place + 1) == "'"
                let next = at(place + (isDouble ? 2 : 1))
                let follows = isDouble || next == " " && (sign == "'" || at(place + 2).map(isSmallLetter) ?? false)
                if follows, endsWithNumber(kept) {
                    if kept.last == " " { kept.removeLast() }
                    kept.append(contentsOf: "in ".unicodeScalars)
                    place += isDouble ? 2 : 1
                    continue
                }
                if sign == "'", next == "s", !(at(place + 2).map(isWord) ?? false),
                    let last = kept.last(where: { $0 != " " }),
                    isSmallLetter(last)
                {
                    if kept.last == " " { kept.removeLast() }
                    place += 1
                    continue
                }
            }
            switch sign {
            case "&": kept.append(contentsOf: " and ".unicodeScalars)
            case ",", ".":
                // Only between digits is it part of a number.
                let isWithin = (at(place - 1).map(isDigit) ?? false) && (at(place + 1).map(isDigit) ?? false)
                kept.append(isWithin ? "." : " ")
            case "%", "+": kept.append(sign)
            default: kept.append(isWord(sign) ? sign : " ")
            }
            place += 1
        }
        return String(String.UnicodeScalarView(kept)).split(separator: " ").joined(separator: " ")
    }

    /// Whether what was written ends with a number of up to three digits before the point, standing by itself.
    private static func endsWithNumber(_ text: [Unicode.Scalar]) -> Bool {
        var end = text.count
        if end > 0, text[end - 1] == " " { end -= 1 }
        var start = end
        while start > 0, isDigit(text[start - 1]) || text[start - 1] == "." { start -= 1 }
        let whole = text[start..<end].prefix { $0 != "." }
        guard (1...3).contains(whole.count), whole.allSatisfy(isDigit) else { return false }
        return start == 0 || !isWord(text[start - 1])
    }
}
