/// A line of the dictionary: `keys | text | rank | signals`, keys divided by commas and `~` before those that are
/// abbreviations.
struct AbbreviationRow {
    struct Key {
        let phrase: String
        let isClipped: Bool
    }

    let keys: [Key]
    let term: NameTerm

    /// Nil if the line does not have the form, or names a rank or signal that does not exist.
    init?(_ line: Substring) {
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
        guard cells.count == 4, let rank = Self.ranks[cells[2]] else { return nil }
        let signals = cells[3].split(separator: " ").map { ClassSignal(rawValue: String($0)) }
        guard signals.allSatisfy({ $0 != nil }) else { return nil }
        keys = cells[0].split(separator: ",").map { key in
            let text = Self.trimmed(key)
            let isClipped = text.hasPrefix("~")
            return Key(phrase: isClipped ? String(text.dropFirst()) : text, isClipped: isClipped)
        }
        term = NameTerm(text: cells[1], rank: rank, signals: Set(signals.compactMap { $0 }))
    }

    private static let ranks: [String: NameTerm.Rank] = [
        "other": .other, "maturity": .maturity, "noun": .noun, "region": .region, "hidden": .hidden,
    ]

    private static func trimmed(_ text: Substring) -> String {
        var rest = text.drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
