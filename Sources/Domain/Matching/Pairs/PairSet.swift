/// Records of two sources, and pairs of them to decide about.
package struct PairSet: Sendable {
    package private(set) var left: [PairRecord] = []
    package private(set) var right: [PairRecord] = []
    package private(set) var pairs: [LabelledPair] = []
    private var leftPlaces: [Key: Int] = [:]
    private var rightPlaces: [Key: Int] = [:]

    /// What tells records apart: an id where there is one, otherwise all they say.
    package enum Key: Sendable, Hashable {
        case id(String)
        case content(PairRecord)
    }

    package init() {}

    /// - Parameter id: nil where the file has none.
    /// - Returns: its place; that of the first with the same key where it is known.
    package mutating func addLeft(_ record: PairRecord, id: String? = nil) -> Int {
        Self.add(record, id, &left, &leftPlaces)
    }

    package mutating func addRight(_ record: PairRecord, id: String? = nil) -> Int {
        Self.add(record, id, &right, &rightPlaces)
    }

    private static func add(
        _ record: PairRecord, _ id: String?, _ records: inout [PairRecord], _ places: inout [Key: Int]
    ) -> Int {
        let key = id.map(Key.id) ?? .content(record)
        if let place = places[key] { return place }
        records.append(record)
        places[key] = records.count - 1
        return records.count - 1
    }

    package func leftPlace(id: String) -> Int? { leftPlaces[.id(id)] }
    package func rightPlace(id: String) -> Int? { rightPlaces[.id(id)] }

    package mutating func add(_ pair: LabelledPair) {
        precondition(left.indices.contains(pair.left) && right.indices.contains(pair.right), "a pair is of two records")
        pairs.append(pair)
    }
}
