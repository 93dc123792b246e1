/// The measures as their definitions say, without bits: slow and plain, to compare with.
enum PlainMeasures {
    typealias Scalars = [UInt32]

    static func scalars(_ text: String) -> Scalars { text.unicodeScalars.map(\.value) }

    static func subsequence(_ one: Scalars, _ other: Scalars) -> Int {
        var row = [Int](repeating: 0, count: other.count + 1)
        for first in one {
            var diagonal = 0
            for place in other.indices {
                let above = row[place + 1]
                row[place + 1] = first == other[place] ? diagonal + 1 : max(above, row[place])
                diagonal = above
            }
        }
        return row[other.count]
    }

    static func levenshtein(_ one: Scalars, _ other: Scalars) -> Int {
        var row = Array(0...other.count)
        for (line, first) in one.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for place in other.indices {
                let above = row[place + 1]
                row[place + 1] = min(above + 1, row[place] + 1, diagonal + (first == other[place] ? 0 : 1))
                diagonal = above
            }
        }
        return row[other.count]
    }

    static func ratio(_ one: Scalars, _ other: Scalars) -> Double {
        let total = one.count + other.count
        return total == 0 ? 1 : 2 * Double(subsequence(one, other)) / Double(total)
    }

    /// The best ratio of the shorter text with any stretch of the longer that is not longer: stretches that are shorter
    /// and in the middle are never better than those that are as long.
    static func partialRatio(_ one: Scalars, _ other: Scalars) -> Double {
        let (shorter, longer) = one.count <= other.count ? (one, other) : (other, one)
        if shorter.isEmpty { return longer.isEmpty ? 1 : 0 }
        func best(_ needle: Scalars, _ text: Scalars) -> Double {
            let starts = (0...text.count - needle.count).map { ratio(needle, Array(text[$0..<$0 + needle.count])) }
            let heads = (1...needle.count).map { ratio(needle, Array(text.prefix($0))) }
            let tails = (1...needle.count).map { ratio(needle, Array(text.suffix($0))) }
            return (starts + heads + tails).max() ?? 0
        }
        return shorter.count == longer.count
            ? max(best(shorter, longer), best(longer, shorter)) : best(shorter, longer)
    }

    static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    private static func joined(_ words: some Sequence<String>) -> Scalars {
        scalars(words.sorted { scalars($0).lexicographicallyPrecedes(scalars($1)) }.joined(separator: " "))
    }

    static func tokenSort(_ one: String, _ other: String) -> Double { ratio(joined(words(one)), joined(words(other))) }

    static func tokenSet(_ one: String, _ other: String) -> Double {
        let (own, others) = (Set(words(one)), Set(words(other)))
        if own.isEmpty || others.isEmpty { return 0 }
        let shared = joined(own.intersection(others))
        let (first, second) = (joined(own.subtracting(others)), joined(others.subtracting(own)))
        if shared.isEmpty { return ratio(first, second) }
        if first.isEmpty || second.isEmpty { return 1 }
        let (longFirst, longSecond) = (shared + [0x20] + first, shared + [0x20] + second)
        // The common words and the space are counted as common even if the letters would go together better otherwise.
        let common = shared.count + 1 + subsequence(first, second)
        let both = 2 * Double(common) / Double(longFirst.count + longSecond.count)
        return max(both, ratio(shared, longFirst), ratio(shared, longSecond))
    }
}
