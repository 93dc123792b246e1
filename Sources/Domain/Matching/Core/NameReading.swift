import Catalog

/// A name taken apart for comparing: each word once, without sizes, vintage and noise.
package struct NameReading: Sendable {
    /// In order of first appearance.
    package private(set) var words: [WordTable.Entry] = []
    /// A four-digit year in the name that reads as a vintage.
    package private(set) var vintage: Int?
    /// A number of two digits at the end, where some lists write the vintage.
    private(set) var shortVintage: Int?

    /// What the name says it is filled in.
    var container: Container? { words.contains { $0.word == Self.can } ? .can : nil }

    /// The word of the table that says so.
    static let can = "can"

    /// - Parameters:
    ///   - name: as the source wrote it.
    ///   - facts: what is known besides; numbers that repeat a fact are left out.
    package init(_ name: String, facts: ItemFacts) {
        let tokens = Self.joined(NameFolding.tokens(name))
        if let last = tokens.last, last.utf8.count == 2 { shortVintage = Int(last) }
        for (position, token) in tokens.enumerated() {
            for piece in Self.pieces(token) {
                var entry = WordTable.entry(for: piece)
                // "London dry" is what most gin is; elsewhere "dry" makes another item.
                if piece == "dry", tokens.contains("gin") { entry = WordTable.Entry(word: piece, kind: .category) }
                switch entry.kind {
                case .noise: continue
                case .number where isFact(entry.word, at: position, in: tokens, facts): continue
                default: if !words.contains(where: { $0.word == entry.word }) { words.append(entry) }
                }
            }
        }
    }

    /// Splits digits that a unit or an age mark is glued to: "750ml", "12yr", "80pf". Other mixtures, such as
    /// "1er" or "v8", stay whole.
    package static func pieces(_ token: String) -> [String] {
        let digits = token.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.count < token.count else { return [token] }
        let rest = token.dropFirst(digits.count)
        guard gluedMarks.contains(String(rest)) else { return [token] }
        return volumeMarks.contains(String(rest)) ? [] : [String(digits)]
    }

    /// "blanc de blancs" and "blanc de noirs" as one word each: their parts mean something else.
    private static func joined(_ tokens: [String]) -> [String] {
        guard let first = tokens.firstIndex(where: { $0.hasPrefix("blanc") }) else { return tokens }
        guard first + 2 < tokens.count, tokens[first + 1] == "de" else { return tokens }
        let last = tokens[first + 2]
        guard last.hasPrefix("blanc") || last.hasPrefix("noir") else { return tokens }
        let joined = last.hasPrefix("noir") ? "blancdenoirs" : "blancdeblancs"
        return tokens[..<first] + [joined] + tokens[(first + 3)...]
    }

    private static let volumeMarks: Set<String> = [
        "ml", "cl", "dl", "l", "lt", "ltr", "oz", "z", "pk", "pack", "p", "b",
    ]
    private static let gluedMarks: Set<String> = volumeMarks.union(["yr", "yrs", "yo", "y", "ans", "a", "pf", "vuotta"])

    private mutating func isFact(_ digits: String, at position: Int, in tokens: [String], _ facts: ItemFacts) -> Bool {
        guard let number = Int(digits) else { return digits.isEmpty }
        if digits.utf8.count == 4, (1950...2049).contains(number), facts.vintage == nil || facts.vintage == number {
            vintage = number
            return true
        }
        let next = position + 1 < tokens.count ? tokens[position + 1] : ""
        if Self.volumeMarks.contains(next) { return true }
        return number == facts.millilitres || number == facts.vintage || number == facts.ageYears
            || number == facts.vintage.map { $0 % 100 } || number == facts.unitsPerCase
            || facts.states(strength: number)
    }
}
