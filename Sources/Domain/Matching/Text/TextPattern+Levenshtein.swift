extension TextPattern {
    /// The least number of insertions, deletions and substitutions of scalars that turn one text into the other
    /// (Levenshtein 1965).
    /// - Parameter maximum: the largest distance of interest, 0 or more; any larger one gives `maximum + 1`.
    package func levenshteinDistance(to other: PreparedText, maximum: Int = .max) -> Int {
        if abs(text.count - other.count) > maximum { return maximum + 1 }
        let distance = plain.levenshtein(to: other.units)
        return distance > maximum ? maximum + 1 : distance
    }

    /// `1 − d / max(m, n)` of the distance `d` and the lengths, 0–1. Two empty texts are alike.
    package func levenshteinSimilarity(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        let leastDistance = abs(text.count - other.count)
        if SimilarityScore.levenshtein(distance: leastDistance, text.count, other.count) < scoreCutoff { return 0 }
        let distance = plain.levenshtein(to: other.units)
        let score = SimilarityScore.levenshtein(distance: distance, text.count, other.count)
        return SimilarityScore.kept(score, scoreCutoff)
    }
}
