/// `2021`, `'21`, `NV`, and in style A the two digits before a wine's size.
enum VintageGrammar {
    static func apply(to draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            guard let vintage = marked(draft, index) else { continue }
            if let known = draft.name.vintage, known != vintage {
                draft.name.vintage = nil
                draft.name.ambiguous.insert(.vintage)
            } else if !draft.name.ambiguous.contains(.vintage) {
                draft.name.vintage = vintage
            }
            draft.consume(index)
        }
        if draft.name.beverageClass?.isWine == true || draft.name.beverageClass == nil { consumeTaxClass(&draft) }
        guard draft.name.vintage == nil, draft.name.beverageClass?.isWine == true else { return }
        bare(&draft)
    }

    private static func marked(_ draft: NameDraft, _ index: Int) -> Vintage? {
        let upper = draft.tokens[index].upper
        if upper == "NV" || upper == "N/V" { return .nonVintage }
        guard draft.tokens[index].hasDigit else { return nil }
        if upper.hasPrefix("'"), let year = twoDigits(upper.dropFirst(), draft.currentYear) { return .year(year) }
        guard upper.utf8.count == 4, let year = Int(upper) else { return nil }
        // A spirit's year is often part of its name (1909, 1942); only modern ones are harvests or bottlings.
        let earliest = draft.name.beverageClass?.hasProof == true ? 1950 : 1900
        return year >= earliest && year <= draft.currentYear ? .year(year) : nil
    }

    /// `+14` after a wine is a tax class (over 14 % by volume) to some houses and a vintage to others.
    private static func consumeTaxClass(_ draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            let upper = draft.tokens[index].upper
            guard upper.utf8.count == 3, upper.hasPrefix("+"), Int(upper.dropFirst()) != nil else { continue }
            draft.name.ambiguous.insert(.vintage)
            draft.consume(index)
        }
    }

    private static func bare(_ draft: inout NameDraft) {
        guard !draft.name.ambiguous.contains(.vintage), draft.style == .a || draft.style == nil,
            let index = StrengthGrammar.bareNumber(draft),
            let year = twoDigits(draft.tokens[index].upper[...], draft.currentYear)
        else { return }
        if draft.style == .a {
            draft.name.vintage = .year(year)
            draft.consume(index)
        } else {
            draft.name.ambiguous.insert(.vintage)
        }
    }

    /// 00…this year are of this century, 50…99 of the last; what lies between is no vintage.
    private static func twoDigits(_ text: Substring, _ currentYear: Int) -> Int? {
        guard text.utf8.count == 2, let value = Int(text), value >= 0 else { return nil }
        if value <= currentYear % 100 { return currentYear / 100 * 100 + value }
        return value >= 50 ? 1900 + value : nil
    }
}
