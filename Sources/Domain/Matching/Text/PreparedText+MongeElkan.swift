/// Words compared with words (Monge and Elkan 1996, "The field matching problem: algorithms and applications").
extension PreparedText {
    /// The mean, over the distinct words of this text, of the Jaro-Winkler similarity to the most similar word of the
    /// other, 0–1. Not symmetric: a text is entirely like one that contains it. 0 if a text has no word.
    package func mongeElkan(in other: PreparedText) -> Double {
        if tokens.isEmpty || other.tokens.isEmpty { return 0 }
        let total = tokens.reduce(0.0) { total, token in
            total + other.tokens.reduce(0.0) { max($0, jaroWinkler(token, other, $1)) }
        }
        return total / Double(tokens.count)
    }

    /// The mean of `mongeElkan` both ways.
    package func symmetricMongeElkan(with other: PreparedText) -> Double {
        if tokens.isEmpty || other.tokens.isEmpty { return 0 }
        var othersBest = [Double](repeating: 0, count: other.tokens.count)
        var total = 0.0
        for token in tokens {
            var best = 0.0
            for place in other.tokens.indices {
                let similarity = jaroWinkler(token, other, other.tokens[place])
                best = max(best, similarity)
                othersBest[place] = max(othersBest[place], similarity)
            }
            total += best
        }
        return (total / Double(tokens.count) + othersBest.reduce(0, +) / Double(othersBest.count)) / 2
    }

    /// The Jaro-Winkler similarity of a word of this text with one of another.
    func jaroWinkler(_ token: TextToken, _ other: PreparedText, _ otherToken: TextToken) -> Double {
        let (own, others) = (token.range, otherToken.range)
        return switch (distinct.isWide, other.distinct.isWide) {
        case (false, false): Self.jaroWinkler(distinct.narrow, own, other.distinct.narrow, others)
        case (false, true): Self.jaroWinkler(distinct.narrow, own, other.distinct.wide, others)
        case (true, false): Self.jaroWinkler(distinct.wide, own, other.distinct.narrow, others)
        case (true, true): Self.jaroWinkler(distinct.wide, own, other.distinct.wide, others)
        }
    }

    private static func jaroWinkler<One: TextUnit, Other: TextUnit>(
        _ one: [One], _ range: Range<Int>, _ other: [Other], _ otherRange: Range<Int>
    ) -> Double {
        one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { other in
                let one = UnsafeBufferPointer(rebasing: one[range])
                let other = UnsafeBufferPointer(rebasing: other[otherRange])
                let jaro =
                    one.count <= 64 && other.count <= 64
                    ? JaroSimilarity.short(one.count, other) { places(of: $0, in: one) }
                    : JaroSimilarity.long(one, other)
                return JaroSimilarity.withPrefix(jaro, one, other)
            }
        }
    }

    /// Words are too short for a table to be worth making.
    @inline(__always)
    private static func places<One: TextUnit, Other: TextUnit>(
        of unit: Other, in word: UnsafeBufferPointer<One>
    ) -> UInt64 {
        var places: UInt64 = 0
        var place: UInt64 = 1
        for other in word {
            places |= JaroSimilarity.isSame(other, unit) ? place : 0
            place <<= 1
        }
        return places
    }
}
