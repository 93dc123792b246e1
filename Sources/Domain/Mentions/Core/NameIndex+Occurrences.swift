extension NameIndex {
    /// The number of each word of a sentence; -1 for words of no name.
    func numbers(of sentence: SpokenSentence) -> [Int32] {
        sentence.words.map { numbers[$0.text] ?? -1 }
    }

    /// The brands of a sentence from left to right, none within another, the longest that begins at a place.
    /// - Parameter isTyped: written as people type, without capitals.
    func occurrences(
        in sentence: SpokenSentence, _ ids: [Int32], isTyped: Bool = false
    ) -> [BrandOccurrence] {
        var result: [BrandOccurrence] = []
        var place = 0
        while place < ids.count {
            guard ids[place] >= 0, let candidates = starting[ids[place]],
                let found = candidates.lazy.compactMap({
                    occurrence($0, at: place, in: sentence, ids, isTyped: isTyped)
                }).first
            else {
                place += 1
                continue
            }
            result.append(found)
            place = found.places.upperBound
        }
        return result
    }

    private func occurrence(
        _ candidate: Int32, at start: Int, in sentence: SpokenSentence, _ ids: [Int32], isTyped: Bool
    ) -> BrandOccurrence? {
        let brand = brands[Int(candidate)]
        let needsCapitals = brand.standing == .weak || brand.standing == .plainWords && !isTyped
        var place = start
        for (index, word) in brand.words.enumerated() {
            if index > 0, place < ids.count, sentence.words[place].isConjunction { place += 1 }
            guard place < ids.count, ids[place] == word, !sentence.words[place].isAmount else { return nil }
            if needsCapitals, !sentence.words[place].isCapital { return nil }
            if index + 1 < brand.words.count, sentence.words[place].endsClause { return nil }
            place += 1
        }
        return BrandOccurrence(brand: Int(candidate), places: start..<place)
    }
}
