/// How near the records of one side are to all of the other, one record at a time.
struct Neighbourhood {
    /// Which nearness is meant.
    enum Kind: CaseIterable { case mixed, terms }

    private let spaces: RecordSpaces
    private let isOneList: Bool
    private var mixed: [Float]
    private var terms: [Float]

    init(_ universe: RecordUniverse, _ spaces: RecordSpaces) {
        self.spaces = spaces
        isOneList = universe.isOneList
        mixed = Array(repeating: 0, count: universe.records.count)
        terms = mixed
    }

    /// Looks from a record. Nobody is its own neighbour.
    mutating func look(from record: Int) {
        for place in mixed.indices {
            mixed[place] = 0
            terms[place] = 0
        }
        spaces.terms.addSimilarities(of: record, factor: 1, to: &terms)
        spaces.grams.addSimilarities(of: record, factor: 0.5, to: &mixed)
        for place in mixed.indices { mixed[place] += 0.5 * terms[place] }
        if isOneList {
            mixed[record] = -1
            terms[record] = -1
        }
    }

    func nearness(to record: Int, _ kind: Kind) -> Float { kind == .mixed ? mixed[record] : terms[record] }

    /// The nearest of some records, the nearest first; of equal ones the first.
    func nearest(_ count: Int, of records: [Int]) -> [Int] {
        // Far fewer are wanted than there are, so the list is kept short instead of sorting all.
        var found: [(near: Float, record: Int)] = []
        for record in records {
            let near = mixed[record]
            if found.count == count, near <= found[count - 1].near { continue }
            let place = found.firstIndex { $0.near < near } ?? found.count
            found.insert((near, record), at: place)
            if found.count > count { found.removeLast() }
        }
        return found.map(\.record)
    }
}
