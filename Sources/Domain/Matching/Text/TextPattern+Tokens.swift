extension TextPattern {
    /// RapidFuzz's `fuzz.token_set_ratio`: the best of three ratios of the sorted distinct words: the common words with
    /// either text's, and both texts' with each other. It is 1 if one text has all words of the other, and 0 if a text
    /// has no word.
    package func tokenSetRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        if text.tokens.isEmpty || other.tokens.isEmpty { return 0 }
        return sharedTokenSetRatio(to: other, scoreCutoff) ?? Self.indelRatio(distinct, other.distinct, scoreCutoff)
    }

    /// `tokenSetRatio` of texts with words in common; nil if there are none.
    private func sharedTokenSetRatio(to other: PreparedText, _ scoreCutoff: Double) -> Double? {
        let remainder = WordRemainder(text, other)
        if remainder.sharedCount == 0 { return nil }
        if remainder.sharedCount == min(text.tokens.count, other.tokens.count) {
            return SimilarityScore.kept(1, scoreCutoff)
        }
        let (own, others) = (text.distinct.count, other.distinct.count)
        let subsequence =
            own <= 128 && others <= 128
            ? distinct.subsequence(
                with: other.distinct, own: remainder.ownRest(of: own), others: remainder.othersRest(of: others))
            : WordRemainder.subsequence(text, other)
        return SimilarityScore.kept(remainder.ratio(subsequence: subsequence, own, others), scoreCutoff)
    }

    /// RapidFuzz's `fuzz.token_ratio`: the better of `tokenSetRatio` and `tokenSortRatio`.
    package func tokenRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        let set = tokenSetRatio(to: other, scoreCutoff: scoreCutoff)
        return max(set, tokenSortRatio(to: other, scoreCutoff: max(scoreCutoff, set)))
    }
}
