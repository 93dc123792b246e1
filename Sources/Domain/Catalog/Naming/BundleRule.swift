/// Several products under one name: `A + B`, `COMBO`, `W/2 50ML`.
enum BundleRule {
    private static let words: Set<String> = ["combo", "vap", "bundle", "co pack", "copack", "duo pack"]

    static func apply(to draft: inout NameDraft) {
        var found = false
        for (index, token) in draft.tokens.enumerated() {
            if words.contains(token.fold) {
                found = true
            } else if token.upper == "+", index > 0, index + 1 < draft.tokens.count {
                found = true
            } else if isWithSize(draft, index) {
                found = true
            }
        }
        guard found else { return }
        draft.name.kind = .bundle
        draft.name.flags.insert(.bundle)
    }

    /// `W/50ML`, `W/2 50ML`, `W/ 2 50ML`: a second item of another size comes with the first.
    private static func isWithSize(_ draft: NameDraft, _ index: Int) -> Bool {
        let upper = draft.tokens[index].upper
        guard upper.hasPrefix("W/") else { return false }
        if SizeGrammar.single(upper.dropFirst(2), style: draft.style) != nil { return true }
        let next = draft.upper(index + 1)
        if SizeGrammar.single(next[...], style: draft.style) != nil { return true }
        return upper == "W/" && SizeGrammar.single(draft.upper(index + 2)[...], style: draft.style) != nil
    }
}
