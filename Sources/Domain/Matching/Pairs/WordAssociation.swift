import Foundation

/// Which words of one side's categories and countries go with which of the other's, learned without labels from records that are each
/// other's nearest: `vin rouge` with `red wine`. Pointwise mutual information (Church and Hanks 1990).
struct WordAssociation {
    /// Nearness from which on two records teach.
    private static let least: Float = 0.35
    /// With fewer of them nothing is said.
    private static let fewest = 20

    private var counts: [[String]: Int] = [:]
    private var left: [String: Int] = [:]
    private var right: [String: Int] = [:]
    private var teachers: Set<CandidatePair> = []
    private let terms: (PreparedRecord) -> Set<String>

    /// - Parameters:
    ///   - pairs: records that are each other's nearest, with how near.
    ///   - terms: the words that are learned about.
    init(
        _ pairs: [(pair: CandidatePair, near: Float)], _ universe: RecordUniverse,
        terms: @escaping (PreparedRecord) -> Set<String>
    ) {
        self.terms = terms
        for (pair, near) in pairs where near >= Self.least {
            let (one, other) = (terms(universe.records[pair.left]), terms(universe.records[pair.right]))
            guard !one.isEmpty, !other.isEmpty else { continue }
            teachers.insert(pair)
            for word in one {
                left[word, default: 0] += 1
                for second in other { counts[[word, second], default: 0] += 1 }
            }
            for word in other { right[word, default: 0] += 1 }
        }
    }

    /// How well the words of a pair go together; NaN where there are none. What a pair taught itself is left out.
    func strength(_ pair: CandidatePair, _ universe: RecordUniverse) -> Float {
        let (one, other) = (terms(universe.records[pair.left]), terms(universe.records[pair.right]))
        guard !one.isEmpty, !other.isEmpty, teachers.count >= Self.fewest else { return .nan }
        let own = teachers.contains(pair) ? 1 : 0
        func strength(_ word: String, _ second: String) -> Double {
            let both = Double((counts[[word, second]] ?? 0) - own) + 0.3
            return log(
                both * Double(teachers.count + 1)
                    / (Double((left[word] ?? 0) - own + 1) * Double((right[second] ?? 0) - own + 1)))
        }
        let forward = one.sorted().reduce(0) { sum, word in sum + (other.map { strength(word, $0) }.max() ?? 0) }
        let back = other.sorted().reduce(0) { sum, word in sum + (one.map { strength($0, word) }.max() ?? 0) }
        return Float(forward / Double(one.count) / 2 + back / Double(other.count) / 2)
    }
}
