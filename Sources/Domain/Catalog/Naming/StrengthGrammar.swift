/// Strength in a name: marked (`80PF`, `40%VOL`) or a bare number before the size.
enum StrengthGrammar {
    private static let proofMarks: Set<String> = ["PF", "PR", "PRF", "PROOF", "°"]
    private static let percentMarks: Set<String> = [
        "%", "%VOL", "%ABV", "%ALC", "%ALC/VOL", "%ALC.VOL", "ABV", "%VOL.",
    ]

    /// Reads strengths that say what they are.
    static func applyMarked(to draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpenNumber {
            guard let (strength, length) = marked(draft, index) else { continue }
            note(strength, in: &draft)
            draft.consume(index..<index + length)
        }
    }

    /// In style A a bare number before the size is the proof of a spirit. Without a style, or without a class, it
    /// stays open.
    static func applyBare(to draft: inout NameDraft) {
        guard let index = bareNumber(draft), let number = draft.tokens[index].number else { return }
        let isProof = (1_000...19_200).contains(number.hundredths)
        if draft.style == .a, let beverageClass = draft.name.beverageClass {
            guard beverageClass.hasProof, isProof else { return }
            note(Strength(proofTenths: number.hundredths / 10), in: &draft)
            draft.consume(index)
        } else if draft.style == .a || draft.style == nil, isProof, draft.name.strength == nil {
            guard draft.name.beverageClass?.isWine != true else { return }
            draft.name.ambiguous.insert(.strength)
            if draft.name.beverageClass == nil, number.wholeDigits == 2, number.isWhole {
                draft.name.ambiguous.insert(.vintage)
            }
        }
    }

    /// The open number to the left of the size with nothing but handling marks between.
    static func bareNumber(_ draft: NameDraft) -> Int? {
        guard let size = draft.sizeIndex else { return nil }
        var index = size - 1
        while index > 0, draft.tokens[index].role == .consumed { index -= 1 }
        guard index > 0, draft.tokens[index].isOpen, draft.tokens[index].number != nil else { return nil }
        return index
    }

    private static func note(_ strength: Strength, in draft: inout NameDraft) {
        guard let known = draft.name.strength else {
            draft.name.strength = strength
            return
        }
        if abs(known.basisPoints - strength.basisPoints) > 30 { draft.name.flags.insert(.strengthConflict) }
    }

    private static func marked(_ draft: NameDraft, _ index: Int) -> (Strength, Int)? {
        let upper = draft.tokens[index].upper
        let digits = upper.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        guard let number = NameNumber(digits) else { return nil }
        let rest = String(upper.dropFirst(digits.count))
        if rest.isEmpty { return separated(draft, index, number) }
        if percentMarks.contains(rest) { return percent(draft, number, end: index + 1).map { ($0.0, $0.1 - index) } }
        if proofMarks.contains(rest) { return proof(number).map { ($0, 1) } }
        // `80P` is proof where `24P` cannot be a pack; a beer or wine house means packs.
        let mayBeProof = rest == "P" && draft.style != .b && draft.style != .d && number.hundredths >= 4_000
        return mayBeProof ? proof(number).map { ($0, 1) } : nil
    }

    /// `80 PROOF`, `40 %`, `40 % ABV`.
    private static func separated(_ draft: NameDraft, _ index: Int, _ number: NameNumber) -> (Strength, Int)? {
        let next = draft.upper(index + 1)
        if percentMarks.contains(next) { return percent(draft, number, end: index + 2).map { ($0.0, $0.1 - index) } }
        return proofMarks.contains(next) ? proof(number).map { ($0, 2) } : nil
    }

    /// `100% AGAVE` and `50% MERLOT` are not strengths; a drink is at most 96 % by volume.
    private static func percent(_ draft: NameDraft, _ number: NameNumber, end: Int) -> (Strength, Int)? {
        guard number.hundredths <= 9_600 else { return nil }
        let next = draft.upper(end)
        let isMark = ["VOL", "VOL.", "ABV", "ALC", "ALC."].contains(next)
        if !isMark, draft.tokens.indices.contains(end), case .term(let term) = draft.tokens[end].role,
            draft.terms[term].isGrape
        {
            return nil
        }
        return (Strength(basisPoints: number.hundredths), isMark ? end + 1 : end)
    }

    private static func proof(_ number: NameNumber) -> Strength? {
        number.hundredths <= 19_200 ? Strength(basisPoints: number.hundredths / 2) : nil
    }
}
