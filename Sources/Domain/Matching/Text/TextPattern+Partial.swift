extension TextPattern {
    /// RapidFuzz's `fuzz.partial_ratio`: the `indelRatio` of the shorter text with the best stretch of the longer one.
    package func partialRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        Self.partialRatio(plain, plainBackwards, text.units, other.units, scoreCutoff)
    }

    /// RapidFuzz's `fuzz.partial_token_sort_ratio`: `partialRatio` of the texts with their words sorted.
    package func partialTokenSortRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        Self.partialRatio(sorted, sortedBackwards, text.sorted, other.sorted, scoreCutoff)
    }

    /// RapidFuzz's `fuzz.partial_token_set_ratio`: 1 if there is a word in common, otherwise the `partialRatio` of the
    /// sorted distinct words; 0 if a text has no word.
    package func partialTokenSetRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        if text.tokens.isEmpty || other.tokens.isEmpty { return 0 }
        if text.sharesToken(with: other) { return SimilarityScore.kept(1, scoreCutoff) }
        return partialDistinctRatio(to: other, scoreCutoff)
    }

    /// RapidFuzz's `fuzz.partial_token_ratio`: the better of `partialTokenSetRatio` and `partialTokenSortRatio`; two
    /// texts without words are alike.
    package func partialTokenRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        if text.sharesToken(with: other) { return SimilarityScore.kept(1, scoreCutoff) }
        let sorted = partialTokenSortRatio(to: other, scoreCutoff: scoreCutoff)
        guard text.repeatsWords || other.repeatsWords else { return sorted }
        return max(sorted, partialDistinctRatio(to: other, max(sorted, scoreCutoff)))
    }

    private func partialDistinctRatio(to other: PreparedText, _ cutoff: Double) -> Double {
        Self.partialRatio(distinct, distinctBackwards, text.distinct, other.distinct, cutoff)
    }

    private static func partialRatio(
        _ table: MatchTable, _ backwards: MatchTable, _ own: TextUnits, _ other: TextUnits, _ cutoff: Double
    ) -> Double {
        if own.isEmpty || other.isEmpty { return SimilarityScore.kept(own.count == other.count ? 1 : 0, cutoff) }
        let score: Double
        if own.count <= other.count || PartialAlignment.canCut(table) {
            score = PartialAlignment(forwards: table, backwards: backwards, cutoff: cutoff).score(other)
        } else {
            let (forwards, backwards) = (MatchTable(other), MatchTable(other, backwards: true))
            score = PartialAlignment(forwards: forwards, backwards: backwards, cutoff: cutoff).score(own)
        }
        return SimilarityScore.kept(score, cutoff)
    }
}
