import Foundation

/// Two texts with the values that RapidFuzz computed for them, as one line of `Fixtures/rapidfuzz.jsonl` has them.
struct FixturePair: Decodable {
    let one: String
    let other: String
    /// Levenshtein's.
    let distance: Int
    /// The length of the longest common one.
    let subsequence: Int
    /// In the order of the header's measures.
    let scores: [Double]
    let cutoff: Double
    /// The scores with the cutoff.
    let kept: [Double]

    /// The first line.
    struct Header: Decodable {
        let measures: [String]
    }

    /// All pairs, and the names of their scores.
    static func all() throws -> (measures: [String], pairs: [FixturePair]) {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/rapidfuzz.jsonl")
        let lines = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
        let decoder = JSONDecoder()
        let header = try decoder.decode(Header.self, from: lines.first ?? Data())
        return (header.measures, try lines.dropFirst().map { try decoder.decode(FixturePair.self, from: $0) })
    }
}
