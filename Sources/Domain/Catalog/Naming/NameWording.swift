/// Writes out brand and product from what the grammars left.
enum NameWording {
    static func apply(to draft: inout NameDraft) {
        let firstWord = brand(&draft)
        var words = words(draft, from: firstWord)
        addNoun(&words, draft)
        if draft.isClipped { words = arranged(words) }
        let text = words.filter { $0.rank != .hidden && !$0.text.isEmpty }.map(\.text).joined(separator: " ")
        draft.name.product = text.isEmpty ? draft.name.brand : text
    }

    private struct Word {
        let text: String
        let rank: NameTerm.Rank
        let signals: Set<ClassSignal>
    }

    /// Settles the brand and returns the index of the first token of the product.
    private static func brand(_ draft: inout NameDraft) -> Int {
        if let known = draft.knownBrand {
            draft.name.brand = known.name
            draft.name.brandIsKnown = true
            return draft.tokens.firstIndex { $0.role != .brand } ?? draft.tokens.count
        }
        var start = 0
        while start < draft.tokens.count, isHidden(draft, start) { start += 1 }
        var end = start
        while end < draft.tokens.count, isBrandWord(draft, end, isFirst: end == start) { end += 1 }
        if end == start + 1, end < draft.tokens.count, estates.contains(draft.tokens[start].fold),
            isTerm(draft.tokens[end])
        {
            end += 1
        }
        if end > start {
            draft.name.brand = draft.tokens[start..<end].compactMap { text(draft, $0) }.joined(separator: " ")
            return end
        }
        return namedByDrink(&draft, start)
    }

    /// Words that are no brand by themselves: "Château Margaux".
    private static let estates: Set<String> = [
        "chateau", "domaine", "bodega", "bodegas", "villa", "casa", "weingut", "clos", "tenuta", "castello", "quinta",
        "cantina", "cascina",
    ]

    /// "Amaro Montagna": the drink is the first word of the brand.
    private static func namedByDrink(_ draft: inout NameDraft, _ start: Int) -> Int {
        guard draft.tokens.indices.contains(start), case .term(let index) = draft.tokens[start].role,
            draft.terms[index].rank == .noun, !draft.terms[index].isGrape
        else { return start }
        let others = draft.tokens[(start + 1)...]
        let open = others.prefix { $0.isOpen && !$0.fold.isEmpty }
        let rest = others.dropFirst(open.count)
        guard (1...2).contains(open.count), !rest.contains(where: { $0.isOpen || names(draft, $0) }) else {
            return start
        }
        draft.name.brand = ([draft.terms[index].text] + open.compactMap { text(draft, $0) }).joined(separator: " ")
        for position in open.indices { draft.tokens[position].role = .brand }
        return start
    }

    /// Whether the token says more of the drink than its age or colour.
    private static func names(_ draft: NameDraft, _ token: NameToken) -> Bool {
        guard case .term(let index) = token.role else { return false }
        return draft.terms[index].rank != .maturity && draft.terms[index].rank != .age
    }

    private static func isTerm(_ token: NameToken) -> Bool {
        if case .term = token.role { return true }
        return false
    }

    private static func isHidden(_ draft: NameDraft, _ index: Int) -> Bool {
        guard case .term(let term) = draft.tokens[index].role else { return draft.tokens[index].role == .consumed }
        return draft.terms[term].rank == .hidden
    }

    private static func isBrandWord(_ draft: NameDraft, _ index: Int, isFirst: Bool) -> Bool {
        switch draft.tokens[index].role {
        case .open: draft.tokens[index].text != "-"
        case .term(let term): isFirst && draft.terms[term].isOnlyColour
        case .brand, .consumed: false
        }
    }

    private static func words(_ draft: NameDraft, from start: Int) -> [Word] {
        draft.tokens[start...].compactMap { token in
            switch token.role {
            case .brand, .consumed: return nil
            case .open:
                return text(draft, token).map { Word(text: $0, rank: .other, signals: []) }
            case .term(let index):
                let term = draft.terms[index]
                return Word(text: term.text, rank: term.rank, signals: term.signals)
            }
        }
    }

    private static func text(_ draft: NameDraft, _ token: NameToken) -> String? {
        if case .term(let index) = token.role { return draft.terms[index].text }
        if token.text == "+" { return draft.name.kind == .bundle ? "+" : nil }
        guard !token.fold.isEmpty else { return nil }
        let bare = token.text.drop { $0 == "'" }
        let word = bare.hasSuffix("'") && bare.count < token.text.count ? String(bare.dropLast()) : String(bare)
        return draft.isMixedCase ? word : capitalised(word)
    }

    /// `BRICCO` → `Bricco`, `MONT-CLAIR` → `Mont-Clair`; words with digits stay.
    private static func capitalised(_ word: String) -> String {
        guard !word.contains(where: \.isNumber) else { return word }
        var result = ""
        var isStart = true
        for character in word {
            result += isStart ? character.uppercased() : character.lowercased()
            isStart = !character.isLetter && character != "'"
        }
        return result
    }

    /// A clipped name leaves out what its readers know: CAPT MORGAN SPCD is a rum.
    private static func addNoun(_ words: inout [Word], _ draft: NameDraft) {
        guard draft.isClipped, let beverageClass = draft.name.beverageClass, let noun = nouns[beverageClass],
            !words.contains(where: { $0.rank == .noun })
        else { return }
        words.append(Word(text: noun, rank: .noun, signals: []))
    }

    private static let nouns: [BeverageClass: String] = [
        .vodka: "Vodka", .vodkaFlavored: "Vodka", .gin: "Gin", .rum: "Rum", .rumSpiced: "Rum", .rumAged: "Rum",
        .rumWhite: "Rum", .bourbon: "Bourbon", .rye: "Rye", .cognac: "Cognac", .whiskeyIrish: "Irish Whiskey",
        .scotchBlended: "Scotch", .scotchSingleMalt: "Single Malt Scotch", .tequilaBlanco: "Tequila",
        .tequilaReposado: "Tequila", .tequilaAnejo: "Tequila",
    ]

    /// Variant, maturity, age, drink; a region stays before the drink if it stood there, else it ends the name.
    private static func arranged(_ words: [Word]) -> [Word] {
        let firstNoun = words.firstIndex { $0.rank == .noun } ?? words.count
        let keyed = words.enumerated().map { index, word in
            let rank = word.rank == .region && index < firstNoun ? NameTerm.Rank.other : word.rank
            return (rank: rank, index: index, word: word)
        }
        return keyed.sorted { ($0.rank, $0.index) < ($1.rank, $1.index) }.map(\.word)
    }
}
