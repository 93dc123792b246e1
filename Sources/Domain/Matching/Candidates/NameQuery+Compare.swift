extension NameQuery {
    /// How alike a listing is.
    struct Comparison {
        /// 0–1: the share of each name's weight that the other one has too, half the lesser and half their mean, as in
        /// `NameComparison`.
        var likeness: Float = 0
        /// Weight of the shared words that tell things apart.
        var distinctive: Float = 0
        /// Whether a number, an age or a word that only one side has makes another thing of it.
        var isApart = false
    }

    /// Sums over the words of one side.
    private struct Side {
        var found: Float = 0
        var total: Float = 0
        /// Whether a number, measure or code is missing on the other side, a grape, a category.
        var hasUnmetDigits = false
        var hasUnmetGrape = false
        var hasUnmetCategory = false

        /// Whether each side states something of a kind that the other one does not.
        func contradicts(_ other: Side) -> Bool {
            hasUnmetDigits && other.hasUnmetDigits || hasUnmetGrape && other.hasUnmetGrape
                || hasUnmetCategory && other.hasUnmetCategory
        }

        var share: Float { total > 0 ? found / total : 0 }
    }

    /// Compares with a listing of the index.
    mutating func compare(_ entry: RecordTable.Entry, _ view: IndexView) -> Comparison {
        var result = Comparison()
        var (theirs, ours) = (Side(), Side())
        // Where nobody states a size, such words may be colours of things.
        let statesSize = facts.millilitres > 0 || entry.facts.millilitres > 0
        var meetsAge = (facts.age == 0) == (entry.facts.age == 0)
        func isMissed(_ traits: TokenTable.Traits, by facts: PackedFacts, _ side: inout Side) -> Bool {
            if traits.kind == .number {
                if facts.explains(traits.hundredths) {
                    if traits.hundredths == Int32(facts.age) * 100 { meetsAge = true }
                    return false
                }
                result.isApart = true
            } else if traits.kind == .variant, statesSize {
                result.isApart = true
            }
            if traits.hasDigit { side.hasUnmetDigits = true }
            if traits.kind == .grape { side.hasUnmetGrape = true }
            if traits.kind == .category { side.hasUnmetCategory = true }
            return true
        }
        forget()
        for word in view.words(of: entry) {
            let token = Int(word & ~RecordTable.optional)
            let credit = note(token, view)
            if credit < 0 { continue }
            if credit == 0 {
                guard word & RecordTable.optional == 0, isMissed(view.traits[token], by: facts, &theirs) else {
                    continue
                }
            }
            let weight = view.weight(token)
            theirs.found += credit * weight
            theirs.total += weight
        }
        for place in positions.indices {
            let position = positions[place]
            let credit = settle(place, found: &theirs.found, total: &theirs.total)
            if credit == 0, position.isOptional || !isMissed(position.traits, by: entry.facts, &ours) { continue }
            ours.found += credit * position.weight
            ours.total += position.weight
            if position.traits.kind.isDistinctive { result.distinctive += credit * position.weight }
        }
        result.likeness = 0.5 * min(ours.share, theirs.share) + 0.25 * (ours.share + theirs.share)
        if !meetsAge || ours.contradicts(theirs) { result.isApart = true }
        return result
    }
}
