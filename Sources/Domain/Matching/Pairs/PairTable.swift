import Boosting

/// Candidate pairs of some records with all that is said for and against each, ready to be decided or learned from.
package struct PairTable: Sendable {
    let pairs: [CandidatePair]
    let isOneList: Bool
    let names: [String]
    /// What each number belongs to.
    let groups: [EvidenceGroup]
    let matrix: FeatureMatrix
    private let places: [CandidatePair: Int]
    private let leftPlaces: [Int]
    private let rightPlaces: [Int]

    /// - Parameters:
    ///   - set: all records that are known of both sides, and the pairs somebody asks about; the more records, the better each pair is judged.
    ///   - progress: told pairs that were compared.
    package init(_ set: PairSet, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }) {
        let universe = RecordUniverse(left: set.left, right: set.right)
        var known: [PairRecord: Int] = [:]
        for (place, record) in universe.records.enumerated() { known[record.record] = place }
        let (lefts, rights) = (set.left.map { known[$0] ?? 0 }, set.right.map { known[$0] ?? 0 })
        (leftPlaces, rightPlaces) = (lefts, rights)
        let context = PairContext(universe, RecordSpaces(universe))
        let given = set.pairs.map { CandidatePair(left: lefts[$0.left], right: rights[$0.right]) }
        let pairs = context.candidates(with: given)
        let features = PairFeatures(universe)
        let around = context.rows(of: pairs)
        let words = Self.associations(pairs, around, universe)
        var names: [String] = []
        var groups: [EvidenceGroup] = []
        var matrix: FeatureMatrix?
        for (place, pair) in pairs.enumerated() {
            let row = features.row(pair.left, pair.right, keepsNames: place == 0)
            if place == 0 {
                names = row.names + around.names + ["pmic", "pmio"]
                groups = row.groups + around.names.map { _ in .rivals } + [.category, .country]
            }
            let values = row.values + around.values[place] + words.map { $0.strength(pair, universe) }
            if matrix == nil { matrix = FeatureMatrix(width: values.count, capacity: pairs.count) }
            matrix?.append(values)
            if place % 1_000 == 0 { progress(place, pairs.count) }
        }
        progress(pairs.count, pairs.count)
        self.pairs = pairs
        self.names = names
        self.groups = groups
        self.matrix = matrix ?? FeatureMatrix(width: 1)
        isOneList = universe.isOneList
        places = Dictionary(uniqueKeysWithValues: pairs.enumerated().map { ($1, $0) })
    }

    private static func associations(
        _ pairs: [CandidatePair], _ around: (names: [String], values: [[Float]]), _ universe: RecordUniverse
    ) -> [WordAssociation] {
        let (mutual, best) = (around.names.firstIndex(of: "cx_mut") ?? 0, around.names.firstIndex(of: "cx_bsL") ?? 0)
        let nearest = pairs.enumerated().filter { around.values[$0.offset][mutual] == 1 }
            .map { (pair: $0.element, near: around.values[$0.offset][best]) }
        return [
            WordAssociation(nearest, universe) { $0.categoryTerms },
            WordAssociation(nearest, universe) { $0.countryTerms },
        ]
    }

    /// A number of a pair by its name.
    func value(_ name: String, of row: Int) -> Float? {
        names.firstIndex(of: name).map { matrix[row][matrix[row].startIndex + $0] }
    }

    /// Pairs that were compared.
    package var count: Int { pairs.count }

    /// The row of a pair of the set it was made from.
    func row(of pair: LabelledPair) -> Int {
        places[CandidatePair(left: leftPlaces[pair.left], right: rightPlaces[pair.right])] ?? 0
    }
}
