/// `12YR`, `12 YO`, `12 Years Old`, `12A` (Latin America): years of ageing, never a vintage.
enum AgeGrammar {
    private static let suffixes = ["YEARS", "YEAR", "YRS", "YR", "YO", "Y", "ANOS", "AÑOS", "ANS"]
    private static let words: Set<String> = [
        "YEARS", "YEAR", "YRS", "YR", "YO", "YEAR-OLD", "ANOS", "AÑOS", "ANS", "ÅR",
    ]

    static func apply(to draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpenNumber {
            guard let (age, length) = read(draft, index) else { continue }
            var end = index + length
            if draft.upper(end) == "OLD" || draft.upper(end) == "AGED" && draft.style == nil { end += 1 }
            draft.name.ageYears = age
            draft.consume(index..<end)
            let label = draft.style == .h ? "\(age) Años" : "\(age) Year"
            draft.tokens[index].role = .term(draft.terms.count)
            draft.terms.append(NameTerm(text: label, rank: .age, signals: [.aged]))
            return
        }
    }

    private static func read(_ draft: NameDraft, _ index: Int) -> (age: Int, length: Int)? {
        let upper = draft.tokens[index].upper
        let digits = upper.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.utf8.count), let age = Int(digits), (1...100).contains(age) else { return nil }
        let rest = upper.dropFirst(digits.count).filter { $0 != "-" && $0 != "." }
        if rest.isEmpty { return words.contains(draft.upper(index + 1)) ? (age, 2) : nil }
        if suffixes.contains(String(rest)) || rest == "YEAROLD" || rest == "YROLD" { return (age, 1) }
        return rest == "A" && draft.style == .h ? (age, 1) : nil
    }
}
