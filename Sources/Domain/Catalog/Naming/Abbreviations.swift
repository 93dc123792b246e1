/// The dictionary of terms: finds the longest phrase of up to four words at each token.
enum Abbreviations {
    private static let longestPhrase = 4

    /// Marks every term among the open tokens. Terms that are abbreviations of distributors are read only in the
    /// clipped styles: VAN is vanilla to a warehouse and a name to an importer.
    static func mark(_ draft: inout NameDraft) {
        let terms = draft.isClipped ? clipped : plain
        let starts = draft.isClipped ? clippedStarts : plainStarts
        var index = 0
        while index < draft.tokens.count {
            guard draft.tokens[index].isOpen, starts.contains(draft.tokens[index].fold),
                let (term, length) = longest(draft, index, terms)
            else {
                index += 1
                continue
            }
            for position in index..<index + length { draft.tokens[position].role = .consumed }
            draft.tokens[index].role = .term(draft.terms.count)
            draft.terms.append(term)
            index += length
        }
    }

    /// Whether a word alone names a kind of drink.
    static func isDrink(_ fold: String, isClipped: Bool) -> Bool {
        guard let term = (isClipped ? clipped : plain)[fold] else { return false }
        return term.rank == .noun && !term.isGrape
    }

    private static func longest(
        _ draft: NameDraft, _ index: Int, _ terms: [String: NameTerm]
    ) -> (NameTerm, Int)? {
        var phrase = ""
        var best: (NameTerm, Int)?
        for length in 1...longestPhrase {
            let position = index + length - 1
            guard position < draft.tokens.count, draft.tokens[position].isOpen else { break }
            if length > 1 { phrase += " " }
            phrase += draft.tokens[position].fold
            if let term = terms[phrase] { best = (term, length) }
        }
        return best
    }

    /// Terms of every style.
    static let plain = table { !$0 }

    /// Also the abbreviations.
    static let clipped = table { _ in true }

    /// First tokens of the phrases; a hyphen can put a whole phrase into one token.
    private static let plainStarts = starts(plain)
    private static let clippedStarts = starts(clipped)

    private static func starts(_ terms: [String: NameTerm]) -> Set<String> {
        var starts: Set<String> = []
        for phrase in terms.keys {
            let words = phrase.split(separator: " ")
            for count in words.indices { starts.insert(words[...count].joined(separator: " ")) }
        }
        return starts
    }

    private static func table(_ includes: (Bool) -> Bool) -> [String: NameTerm] {
        var table: [String: NameTerm] = [:]
        for row in rows {
            for key in row.keys where includes(key.isClipped) { table[key.phrase] = row.term }
        }
        return table
    }

    static let rows: [AbbreviationRow] = [classes, agave, malts, wines, beers, flavours]
        .flatMap { $0.split(separator: "\n") }
        .compactMap(AbbreviationRow.init)
}
