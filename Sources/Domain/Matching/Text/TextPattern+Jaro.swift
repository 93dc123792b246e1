extension TextPattern {
    /// Jaro's similarity: letters that stand at about the same place in both texts, less those out of order. Two empty
    /// texts are alike.
    package func jaro(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        SimilarityScore.kept(jaroScore(text.units, other.units, isWinkler: false), scoreCutoff)
    }

    /// Jaro's similarity with Winkler's bonus of a tenth for each of the first four letters in common, given to texts
    /// whose similarity is above 0.7.
    package func jaroWinkler(to other: PreparedText, scoreCutoff: Double = 0) -> Double {
        SimilarityScore.kept(jaroScore(text.units, other.units, isWinkler: true), scoreCutoff)
    }

    @inline(__always)
    private func jaroScore(_ own: TextUnits, _ other: TextUnits, isWinkler: Bool) -> Double {
        switch (own.isWide, other.isWide) {
        case (false, false): jaroScore(own.narrow, other.narrow, isWinkler)
        case (false, true): jaroScore(own.narrow, other.wide, isWinkler)
        case (true, false): jaroScore(own.wide, other.narrow, isWinkler)
        case (true, true): jaroScore(own.wide, other.wide, isWinkler)
        }
    }

    private func jaroScore<One: TextUnit, Other: TextUnit>(
        _ own: [One], _ other: [Other], _ isWinkler: Bool
    ) -> Double {
        own.withUnsafeBufferPointer { own in
            other.withUnsafeBufferPointer { other in
                let jaro =
                    own.count <= 64 && other.count <= 64
                    ? plain.withRows { rows in JaroSimilarity.short(own.count, other) { rows.words[rows.row(of: $0)] } }
                    : JaroSimilarity.long(own, other)
                return isWinkler ? JaroSimilarity.withPrefix(jaro, own, other) : jaro
            }
        }
    }
}
