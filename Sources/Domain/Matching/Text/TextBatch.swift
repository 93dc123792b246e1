/// Many texts to compare with one pattern at a time, at about twice the speed of one by one. Results are in the order
/// in which the texts came; the values are those of the pattern's own methods.
package struct TextBatch: Sendable {
    package let texts: [PreparedText]
    private let plain: UnitLanes
    private let sorted: UnitLanes
    let distinct: UnitLanes
    let words: BatchWords

    package init(_ texts: [PreparedText]) {
        self.texts = texts
        plain = UnitLanes(texts.map(\.units))
        sorted = UnitLanes(texts.map(\.sorted))
        distinct = texts.contains(where: \.repeatsWords) ? UnitLanes(texts.map(\.distinct)) : sorted
        words = BatchWords(texts, order: distinct.order)
    }

    /// `TextPattern.indelRatio` with each text.
    package func indelRatios(to pattern: TextPattern, scoreCutoff: Double = 0) -> [Double] {
        indelRatios(pattern.plain, plain, scoreCutoff) { pattern.indelRatio(to: $0, scoreCutoff: scoreCutoff) }
    }

    /// `TextPattern.tokenSortRatio` with each text.
    package func tokenSortRatios(to pattern: TextPattern, scoreCutoff: Double = 0) -> [Double] {
        indelRatios(pattern.sorted, sorted, scoreCutoff) { pattern.tokenSortRatio(to: $0, scoreCutoff: scoreCutoff) }
    }

    /// `TextPattern.levenshteinSimilarity` with each text.
    package func levenshteinSimilarities(to pattern: TextPattern, scoreCutoff: Double = 0) -> [Double] {
        scores(pattern.plain, plain, plain.groups) { (length, column: LevenshteinColumn) in
            let distance = length + column.difference(pattern.text.count)
            return SimilarityScore.kept(
                SimilarityScore.levenshtein(distance: distance, pattern.text.count, length), scoreCutoff)
        } single: {
            pattern.levenshteinSimilarity(to: $0, scoreCutoff: scoreCutoff)
        }
    }

    private func indelRatios(
        _ table: MatchTable, _ lanes: UnitLanes, _ cutoff: Double, single: (PreparedText) -> Double
    ) -> [Double] {
        table.blocks == 1
            ? indelRatios(SubsequenceColumn<UInt64>.self, table, lanes, cutoff, single: single)
            : indelRatios(SubsequenceColumn<UInt128>.self, table, lanes, cutoff, single: single)
    }

    @inline(__always)
    private func indelRatios<Word>(
        _: SubsequenceColumn<Word>.Type, _ table: MatchTable, _ lanes: UnitLanes, _ cutoff: Double,
        single: (PreparedText) -> Double
    ) -> [Double] {
        let groups = lanes.groups(reaching: cutoff, table.count)
        return scores(table, lanes, groups) { (length, column: SubsequenceColumn<Word>) in
            SimilarityScore.kept(SimilarityScore.indel(subsequence: column.length, table.count, length), cutoff)
        } single: {
            single($0)
        }
    }

    /// - Parameters:
    ///   - score: of a text of a length, after which the pattern's column is as given.
    ///   - single: of a text that is not in a lane.
    @inline(__always)
    private func scores<Column: MatchColumn>(
        _ table: MatchTable, _ lanes: UnitLanes, _ groups: Range<Int>, score: (Int, Column) -> Double,
        single: (PreparedText) -> Double
    ) -> [Double] {
        guard table.blocks * 64 == Column.Word.bitWidth else { return texts.map(single) }
        var scores = [Double](repeating: 0, count: texts.count)
        scores.withUnsafeMutableBufferPointer { scores in
            lanes.forEachColumn(of: table, in: groups) { index, length, column in
                scores[index] = score(length, column)
            }
            for index in lanes.singles { scores[index] = single(texts[index]) }
        }
        return scores
    }
}
