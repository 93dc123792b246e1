/// The elements and attributes of a page as a browser's tokenizer sees them, without text and without values.
struct Skeleton: Equatable {
    /// `<tag a b>` and `</tag>`, in order.
    var tags: [String] = []
    /// Values of attributes that a browser loads or follows.
    var urls: [String] = []

    init(_ html: [UInt8]) {
        var index = 0
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), index + 1 < html.count, Self.opensTag(html[index + 1]) else {
                index += 1
                continue
            }
            index = readTag(html, from: index + 1)
        }
    }

    /// A letter, `/`, `!` or `?` after `<` starts a tag, an end tag or a comment; anything else is text.
    private static func opensTag(_ byte: UInt8) -> Bool {
        let folded = byte | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(folded) || "/!?".utf8.contains(byte)
    }

    private mutating func readTag(_ html: [UInt8], from start: Int) -> Int {
        var index = start
        var text = ""
        while index < html.count, html[index] != UInt8(ascii: ">") {
            if html[index] == UInt8(ascii: "="), index + 1 < html.count {
                let quote = html[index + 1]
                guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                    text += "=UNQUOTED"
                    index += 1
                    continue
                }
                let valueStart = index + 2
                index = valueStart
                while index < html.count, html[index] != quote { index += 1 }
                let name = text.split(separator: " ").last.map(String.init) ?? ""
                if ["href", "src", "action"].contains(name) {
                    urls.append(String(decoding: html[valueStart..<min(index, html.count)], as: UTF8.self))
                }
            } else {
                let character = Character(UnicodeScalar(html[index]))
                text.append(character.isWhitespace ? " " : character)
            }
            index += 1
        }
        tags.append(text.split(separator: " ").joined(separator: " "))
        return index + 1
    }
}
