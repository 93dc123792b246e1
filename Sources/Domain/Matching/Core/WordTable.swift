/// The words of beverage names that are not brands, with the one spelling they are compared in. All folded.
package enum WordTable {
    package struct Entry: Sendable {
        package let word: String
        package let kind: WordKind
    }

    package static func entry(for token: String) -> Entry {
        if let known = entries[token] { return known }
        if token.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
            return Entry(word: String(token.drop { $0 == "0" }), kind: .number)
        }
        return Entry(word: token, kind: .plain)
    }

    private static let entries: [String: Entry] = {
        var entries: [String: Entry] = [:]
        let lists: [(WordKind, String)] = [
            (.noise, noise), (.house, houses), (.category, categories), (.grape, grapes), (.place, places),
            (.colour, colours), (.variant, variants),
        ]
        for (kind, list) in lists {
            for group in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                // "a=b=c": all are compared as a.
                let spellings = group.split(separator: "=").map(String.init)
                for spelling in spellings { entries[spelling] = Entry(word: spellings[0], kind: kind) }
            }
        }
        return entries
    }()
}
