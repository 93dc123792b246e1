import Foundation

/// Everything that is known of both sides: how rare each term is, and which words are names of makers.
struct RecordUniverse: Sendable {
    let records: [PreparedRecord]
    /// Places of the records of each side; both hold all of them where the sides are one list.
    let left: [Int]
    let right: [Int]
    /// Whether both sides are one list, so that any record may be the same as any other.
    let isOneList: Bool
    private let counts: [String: Int]
    private let makers: Set<String>
    /// The weight of a term that stands in one record alone, about.
    let scale: Double
    /// Weights of the terms of each record, by its place.
    let weights: [[String: Double]]
    let totals: [Totals]
    /// Names of makers among a record's terms.
    let makersOf: [Set<String>]

    /// Sums over the terms of a record.
    struct Totals: Sendable {
        var terms = 0.0
        var full = 0.0
        var termsNorm = 0.0
        var fullNorm = 0.0
    }

    /// A share of records on both sides from which on they are one list.
    private static let overlap = 0.1

    /// - Parameters:
    ///   - left, right: records of both sides, each once.
    init(left: [PairRecord], right: [PairRecord]) {
        var places: [PairRecord: Int] = [:]
        var all: [PairRecord] = []
        func place(_ record: PairRecord) -> Int {
            if let known = places[record] { return known }
            places[record] = all.count
            all.append(record)
            return all.count - 1
        }
        let sides = (left.map(place), right.map(place))
        let shared = Set(sides.0).intersection(sides.1).count
        isOneList = Double(shared) > Self.overlap * Double(max(1, min(Set(sides.0).count, Set(sides.1).count)))
        let both = Array(Set(sides.0).union(sides.1)).sorted()
        self.left = isOneList ? both : Array(Set(sides.0)).sorted()
        self.right = isOneList ? both : Array(Set(sides.1)).sorted()
        records = all.map(PreparedRecord.init)
        counts = records.reduce(into: [:]) { counts, record in
            for term in record.fullSet { counts[term, default: 0] += 1 }
        }
        let total = Double(records.count)
        scale = log(total + 1)
        let (known, logs) = (counts, total)
        func weight(_ term: String) -> Double { log((logs + 1) / (Double(known[term] ?? 0) + 0.5)) }
        weights = records.map { record in
            Dictionary(uniqueKeysWithValues: record.fullSet.map { ($0, weight($0)) })
        }
        totals = zip(records, weights).map { record, weights in
            // Not 0: it is divided by.
            var sums = Totals(terms: 1e-9, full: 1e-9, termsNorm: 1e-18, fullNorm: 1e-18)
            for (term, weight) in weights.sorted(by: { $0.key < $1.key }) {
                sums.full += weight
                sums.fullNorm += weight * weight
                guard record.termSet.contains(term) else { continue }
                sums.terms += weight
                sums.termsNorm += weight * weight
            }
            sums.termsNorm.formSquareRoot()
            sums.fullNorm.formSquareRoot()
            return sums
        }
        // What begins names more often than it stands elsewhere is a maker's name.
        var firsts: [String: Int] = [:]
        for record in records { if let first = record.terms.first { firsts[first, default: 0] += 1 } }
        var makers = Set(
            firsts.filter { word, count in
                count >= 3 && Double(count) >= 0.3 * Double(known[word] ?? 1) && !(word.first?.isNumber ?? true)
            }.keys)
        for record in records { if let first = record.brandTerms.first { makers.insert(first) } }
        self.makers = makers
        makersOf = records.map { Set($0.fullTerms.filter(makers.contains)) }
    }

    /// How much a term tells: the rarer the more.
    func weight(_ term: String) -> Double {
        log((Double(records.count) + 1) / (Double(counts[term] ?? 0) + 0.5))
    }
}
