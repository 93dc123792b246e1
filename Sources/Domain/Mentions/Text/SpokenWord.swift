import Matching

/// One word of a sentence, as names are looked for in it.
struct SpokenWord: Sendable {
    /// Folded, in the one spelling names are compared in, without the s of a plural or a possessive.
    let text: String
    /// Folded, as it was written.
    let written: String
    let kind: WordKind
    /// Has a capital letter, or begins with a digit.
    let isCapital: Bool
    /// Part of a price, a percentage or another figure that is no part of a name.
    let isAmount: Bool
    /// A comma, colon or dash follows: what comes after says something else.
    var endsClause: Bool
    /// The piece of the sentence it stands in.
    let piece: Int

    /// Joins the words of one name: "Smith & Cross", "Smith and Cross".
    var isConjunction: Bool { Self.conjunctions.contains(written) }

    /// Four digits that read as a vintage.
    var vintage: Int? {
        guard kind == .number, text.utf8.count == 4, let year = Int(text), (1950...2049).contains(year) else {
            return nil
        }
        return year
    }

    static let conjunctions: Set<String> = ["and", "et", "y", "und", "e", "og", "och"]

    /// Without the s of a plural or a possessive: "jagermeisters", "macallans".
    static func stem(_ word: String) -> String {
        let bytes = word.utf8
        guard bytes.count >= 4, bytes.last == UInt8(ascii: "s"), bytes.dropLast().last != UInt8(ascii: "s") else {
            return word
        }
        return String(word.dropLast())
    }
}
