extension TextPattern {
    /// The length of the longest common subsequence, in scalars.
    package func commonSubsequence(with other: PreparedText) -> Int { plain.subsequence(with: other.units) }

    /// RapidFuzz's `fuzz.ratio`: the normalised similarity when texts are changed by insertions and deletions.
    package func indelRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        Self.indelRatio(plain, other.units, scoreCutoff)
    }

    /// RapidFuzz's `fuzz.token_sort_ratio`: `indelRatio` of the texts with their words sorted.
    package func tokenSortRatio(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        Self.indelRatio(sorted, other.sorted, scoreCutoff)
    }

    static func indelRatio(_ table: MatchTable, _ other: TextUnits, _ cutoff: Double) -> Double {
        if SimilarityScore.indelBound(table.count, other.count) < cutoff { return 0 }
        let length = table.subsequence(with: other)
        return SimilarityScore.kept(SimilarityScore.indel(subsequence: length, table.count, other.count), cutoff)
    }
}
