/// Two ways to be near: by pieces of words, which forgive spelling, and by whole terms.
struct RecordSpaces: Sendable {
    let grams: VectorSpace
    let terms: VectorSpace
    /// Of descriptions with the names, where there are any.
    let described: VectorSpace?

    init(_ universe: RecordUniverse) {
        grams = VectorSpace(universe.records.map { Self.pieces(of: $0.full) }, dampens: true)
        terms = VectorSpace(
            universe.records.map { record in record.fullSet.sorted().map { (TermHash.of(Array($0.utf8)[...]), 1) } },
            dampens: false)
        let hasDescriptions = universe.records.contains { !$0.description.isEmpty }
        described =
            hasDescriptions
            ? VectorSpace(universe.records.map { Self.pieces(of: "\($0.full) \($0.description)") }, dampens: true) : nil
    }

    /// Pieces of 3 to 5 letters of each word, with a space at both ends.
    private static func pieces(of text: String) -> [(piece: UInt64, count: Int)] {
        var counts: [UInt64: Int] = [:]
        for word in text.split(separator: " ") {
            let padded = Array(" \(word) ".utf8)
            for size in 3...5 {
                guard padded.count > size else {
                    // A short word is one piece as it is.
                    counts[TermHash.of(padded[...]), default: 0] += 1
                    break
                }
                for start in 0...padded.count - size {
                    counts[TermHash.of(padded[start..<start + size]), default: 0] += 1
                }
            }
        }
        return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The mean of both.
    func nearness(_ one: Int, _ other: Int) -> Float {
        (grams.vectors[one].cosine(grams.vectors[other]) + terms.vectors[one].cosine(terms.vectors[other])) / 2
    }
}
