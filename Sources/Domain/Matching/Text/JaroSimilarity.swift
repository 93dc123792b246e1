/// The similarities of Jaro (1989, "Advances in record-linkage methodology") and Winkler (1990, "String comparator
/// metrics and enhanced decision rules"), with RapidFuzz's rules for short texts.
enum JaroSimilarity {
    /// Jaro's similarity of a pattern and a text of at most 64 scalars each.
    /// - Parameters:
    ///   - count: the length of the pattern.
    ///   - mask: the places of a scalar in the pattern.
    @inline(__always)
    static func short<Unit: TextUnit>(
        _ count: Int, _ text: UnsafeBufferPointer<Unit>, mask: (Unit) -> UInt64
    ) -> Double {
        if count == 0 || text.isEmpty { return count == text.count ? 1 : 0 }
        let reach = reach(count, text.count)
        // The places of the pattern within reach, moving along with the text; at most 31 back and forth.
        var window: UInt64 = (1 &<< UInt64(reach + 1)) &- 1
        var (own, others, place): (UInt64, UInt64, UInt64) = (0, 0, 1)
        for index in text.indices {
            let found = mask(text[index]) & ~own & window
            own |= found & (0 &- found)
            others |= found == 0 ? 0 : place
            place <<= 1
            window = (window << 1) | (index < reach ? 1 : 0)
        }
        let common = own.nonzeroBitCount
        var transposed = 0
        while others != 0 {
            let place = own & (0 &- own)
            transposed += mask(text[others.trailingZeroBitCount]) & place == 0 ? 1 : 0
            own ^= place
            others &= others &- 1
        }
        return score(common, transposed, count, text.count)
    }

    /// Jaro's similarity of texts of any length.
    static func long<One: TextUnit, Other: TextUnit>(
        _ pattern: UnsafeBufferPointer<One>, _ text: UnsafeBufferPointer<Other>
    ) -> Double {
        if pattern.isEmpty || text.isEmpty { return pattern.count == text.count ? 1 : 0 }
        let reach = reach(pattern.count, text.count)
        var own = [Bool](repeating: false, count: pattern.count)
        var found: [Int] = []
        for index in text.indices {
            let end = min(pattern.count, index + reach + 1)
            var place = max(0, index - reach)
            while place < end, own[place] || !isSame(pattern[place], text[index]) { place += 1 }
            if place < end {
                own[place] = true
                found.append(index)
            }
        }
        let places = pattern.indices.filter { own[$0] }
        let transposed = zip(places, found).count { !isSame(pattern[$0], text[$1]) }
        return score(found.count, transposed, pattern.count, text.count)
    }

    /// Winkler's bonus for the first letters: a tenth for each of up to four in common, if the texts are alike already.
    @inline(__always)
    static func withPrefix<One: TextUnit, Other: TextUnit>(
        _ jaro: Double, _ one: UnsafeBufferPointer<One>, _ other: UnsafeBufferPointer<Other>
    ) -> Double {
        guard jaro > 0.7 else { return jaro }
        let end = min(4, one.count, other.count)
        var common = 0
        while common < end, isSame(one[common], other[common]) { common += 1 }
        return min(1, jaro + 0.1 * Double(common) * (1 - jaro))
    }

    @inline(__always)
    static func isSame<One: TextUnit, Other: TextUnit>(_ one: One, _ other: Other) -> Bool {
        UInt32(truncatingIfNeeded: one) == UInt32(truncatingIfNeeded: other)
    }

    /// How far apart letters may stand and still be the same one.
    private static func reach(_ one: Int, _ other: Int) -> Int { max(0, max(one, other) / 2 - 1) }

    private static func score(_ common: Int, _ transposed: Int, _ one: Int, _ other: Int) -> Double {
        if common == 0 { return 0 }
        let count = Double(common)
        return (count / Double(one) + count / Double(other) + (count - Double(transposed / 2)) / count) / 3
    }
}
