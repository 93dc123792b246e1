/// Which terms of two records stand for each other, and how surely, 0...1: the same, written together on one side, begun or misspelt.
struct TermAlignment: Sendable {
    private(set) var left: [String: Double] = [:]
    private(set) var right: [String: Double] = [:]

    /// Similarity from which on two words may be spellings of one.
    private static let alike = 0.87

    init(_ one: PreparedRecord, _ other: PreparedRecord) {
        for term in one.fullSet where other.fullSet.contains(term) {
            left[term] = 1
            right[term] = 1
        }
        Self.joinPairs(of: one, into: other, &left, &right)
        Self.joinPairs(of: other, into: one, &right, &left)
        pairUp(one, other)
        Self.findWithin(other.joined, one.fullSet, &left)
        Self.findWithin(one.joined, other.fullSet, &right)
    }

    /// Terms that the other side writes apart.
    private static func joinPairs(
        of one: PreparedRecord, into other: PreparedRecord, _ mine: inout [String: Double],
        _ theirs: inout [String: Double]
    ) {
        let open = one.fullSet.filter { mine[$0] == nil && $0.count >= 4 }
        guard !open.isEmpty, other.fullTerms.count > 1 else { return }
        var joined: [String: [String]] = [:]
        let terms = other.fullTerms
        for place in 0..<terms.count - 1 {
            joined[terms[place] + terms[place + 1]] = [terms[place], terms[place + 1]]
            if place + 2 < terms.count {
                joined[terms[place] + terms[place + 1] + terms[place + 2]] = [
                    terms[place], terms[place + 1], terms[place + 2],
                ]
            }
        }
        for term in open {
            guard let parts = joined[term] else { continue }
            mine[term] = 1
            for part in parts { theirs[part] = max(theirs[part] ?? 0, 1) }
        }
    }

    /// Terms that are much like each other, the likest first.
    private mutating func pairUp(_ one: PreparedRecord, _ other: PreparedRecord) {
        var pairs: [(value: Double, left: String, right: String)] = []
        let open = other.fullSet.filter { right[$0] == nil }
        guard !open.isEmpty else { return }
        for term in one.fullSet where left[term] == nil {
            for candidate in open {
                let value = Self.likeness(term, candidate)
                if value > 0 { pairs.append((value, term, candidate)) }
            }
        }
        pairs.sort { ($0.value, $0.left, $0.right) > ($1.value, $1.left, $1.right) }
        for pair in pairs where left[pair.left] == nil && right[pair.right] == nil {
            left[pair.left] = pair.value
            right[pair.right] = pair.value
        }
    }

    private static func findWithin(_ text: String, _ terms: Set<String>, _ found: inout [String: Double]) {
        for term in terms where found[term] == nil && term.utf8.count >= 5 && text.contains(term) { found[term] = 0.9 }
    }

    /// How alike two different terms are; 0 for terms that are not.
    static func likeness(_ one: String, _ other: String) -> Double {
        let (a, b) = (Array(one.utf8), Array(other.utf8))
        let (short, long) = (Double(min(a.count, b.count)), Double(max(a.count, b.count)))
        let isDigit: (UInt8) -> Bool = { (0x30...0x39).contains($0) }
        let (hasA, hasB) = (a.contains(where: isDigit), b.contains(where: isDigit))
        if hasA || hasB {
            guard hasA, hasB, a.count >= 5, b.count >= 5 else { return 0 }
            if one.contains(other) || other.contains(one) { return 0.85 * short / long + 0.1 }
            guard !PreparedRecord.isNumber(one), !PreparedRecord.isNumber(other) else { return 0 }
            let prefix = Double(zip(a, b).prefix { $0 == $1 }.count)
            return prefix >= 5 && prefix / long >= 0.6 ? 0.6 * prefix / long : 0
        }
        guard a.count >= 3, b.count >= 3 else { return 0 }
        if a.starts(with: b) || b.starts(with: a) { return 0.8 + 0.2 * short / long }
        guard a.count >= 4, b.count >= 4, Self.mayBeAlike(a, b) else { return 0 }
        let value = TextPattern(one).jaroWinkler(to: PreparedText(other), scoreCutoff: alike)
        return value >= alike ? value : 0
    }

    /// Words without a common beginning reach that likeness only if they are nearly the same; most are neither, and that is cheap to see.
    private static func mayBeAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = one.count < other.count ? (one, other) : (other, one)
        guard 2 * short.count >= long.count else { return false }
        var counts = [Int8](repeating: 0, count: 256)
        for byte in long { counts[Int(byte)] += 1 }
        var shared = 0
        for byte in short where counts[Int(byte)] > 0 {
            counts[Int(byte)] -= 1
            shared += 1
        }
        return 10 * shared >= 6 * long.count
    }
}
