/// Turns counts into ratios of 0–1. Two empty texts are alike.
enum SimilarityScore {
    /// The share of two texts that their longest common subsequence covers: `1 − d / (m + n)` for the distance `d` of
    /// insertions and deletions only.
    @inline(__always)
    static func indel(subsequence: Int, _ one: Int, _ other: Int) -> Double {
        let total = one + other
        return total == 0 ? 1 : 1 - Double(total - 2 * subsequence) / Double(total)
    }

    /// The best `indel` of texts of these lengths.
    @inline(__always)
    static func indelBound(_ one: Int, _ other: Int) -> Double {
        indel(subsequence: min(one, other), one, other)
    }

    /// `1 − d / max(m, n)`.
    @inline(__always)
    static func levenshtein(distance: Int, _ one: Int, _ other: Int) -> Double {
        let longest = max(one, other)
        return longest == 0 ? 1 : 1 - Double(distance) / Double(longest)
    }

    /// A score, or 0 if it is below the cutoff.
    @inline(__always)
    static func kept(_ score: Double, _ cutoff: Double) -> Double { score >= cutoff ? score : 0 }
}
