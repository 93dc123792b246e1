extension TextPattern {
    /// RapidFuzz's `fuzz.WRatio`: the best of `indelRatio` and, taken a little less seriously, the ratios of words; of
    /// texts of which one is at least half as long again as the other, the ratios of parts. 0 if a text is empty. The
    /// weights come from FuzzyWuzzy, which gives no source for them.
    package func weightedRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        if text.count == 0 || other.count == 0 { return 0 }
        let (shorter, longer) = (min(text.count, other.count), max(text.count, other.count))
        let words = 0.95
        var best = indelRatio(to: other)
        if 2 * longer < 3 * shorter {
            best = max(best, words * tokenRatio(to: other, scoreCutoff: max(best, scoreCutoff) / words))
        } else {
            let parts = longer <= 8 * shorter ? 0.9 : 0.6
            best = max(best, parts * partialRatio(to: other))
            best = max(best, parts * words * partialTokenRatio(to: other))
        }
        return SimilarityScore.kept(best, scoreCutoff)
    }
}
