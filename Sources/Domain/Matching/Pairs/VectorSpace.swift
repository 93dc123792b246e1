import Foundation

/// Records as vectors, each piece weighted by how rare it is (Spärck Jones 1972), found by their pieces.
struct VectorSpace: Sendable {
    private(set) var vectors: [WeightedVector] = []
    /// The records with each piece, by its number, with its weight there.
    private var lists: [[(record: Int32, weight: Float)]] = []

    /// - Parameters:
    ///   - pieces: of each record, with how often each stands in it.
    ///   - dampens: whether what stands often counts by the logarithm of how often.
    init(_ pieces: [[(piece: UInt64, count: Int)]], dampens: Bool) {
        var numbers: [UInt64: Int32] = [:]
        var counts: [Int] = []
        for record in pieces {
            for (piece, _) in record {
                if let number = numbers[piece] {
                    counts[Int(number)] += 1
                } else {
                    numbers[piece] = Int32(counts.count)
                    counts.append(1)
                }
            }
        }
        let total = Double(pieces.count)
        let rarity = counts.map { Float(log((1 + total) / (1 + Double($0))) + 1) }
        lists = Array(repeating: [], count: counts.count)
        for (place, record) in pieces.enumerated() {
            var found = record.compactMap { piece, count -> (number: Int32, weight: Float)? in
                guard let number = numbers[piece] else { return nil }
                let often = dampens ? 1 + log(Float(count)) : Float(count)
                return (number, often * rarity[Int(number)])
            }
            found.sort { $0.number < $1.number }
            let length = max(1e-9, found.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot())
            let vector = WeightedVector(pieces: found.map(\.number), weights: found.map { $0.weight / length })
            vectors.append(vector)
            for (number, weight) in zip(vector.pieces, vector.weights) {
                lists[Int(number)].append((Int32(place), weight))
            }
        }
    }

    /// Adds to `sums` how near each record is to one of them, times a factor.
    func addSimilarities(of record: Int, factor: Float, to sums: inout [Float]) {
        let vector = vectors[record]
        for (piece, weight) in zip(vector.pieces, vector.weights) {
            let own = weight * factor
            for entry in lists[Int(piece)] { sums[Int(entry.record)] += own * entry.weight }
        }
    }
}
