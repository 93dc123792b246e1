extension TextBatch {
    /// `TextPattern.tokenSetRatio` with each text.
    package func tokenSetRatios(to pattern: TextPattern, scoreCutoff: Double = 0) -> [Double] {
        if pattern.text.tokens.isEmpty { return [Double](repeating: 0, count: texts.count) }
        switch pattern.distinct.blocks {
        case 1: return setRatios(UInt64.self, pattern, scoreCutoff)
        case 2: return setRatios(UInt128.self, pattern, scoreCutoff)
        default: return texts.map { pattern.tokenSetRatio(to: $0, scoreCutoff: scoreCutoff) }
        }
    }

    /// - Parameter Word: as wide as a row of the pattern.
    @inline(__always)
    private func setRatios<Word: FixedWidthInteger & UnsignedInteger & Sendable>(
        _: Word.Type, _ pattern: TextPattern, _ cutoff: Double
    ) -> [Double] {
        let table = pattern.distinct
        var scores = [Double](repeating: 0, count: texts.count)
        for index in distinct.singles { scores[index] = pattern.tokenSetRatio(to: texts[index], scoreCutoff: cutoff) }
        let remainders = words.remainders(of: pattern.text)
        // Where no text of a group has a word of the pattern, the ratios are like any other.
        let reaching = distinct.groups(reaching: cutoff, table.count)
        table.withRows { rows in
            distinct.units.withUnsafeBufferPointer { units in
                for group in distinct.groups {
                    let places = group * UnitLanes.width..<(group + 1) * UnitLanes.width
                    guard places.contains(where: { remainders[$0].sharedCount > 0 }) else {
                        if reaching.contains(group) {
                            plainRatios(Word.self, group, table, cutoff, units, rows, &scores)
                        }
                        continue
                    }
                    if distinct.lengths[places.upperBound - 1] <= 64 {
                        let column = RemainderColumn<Word, Int64>.self
                        setRatios(column, group, pattern, remainders, cutoff, units, rows, &scores)
                    } else {
                        let column = RemainderColumn<Word, Int128>.self
                        setRatios(column, group, pattern, remainders, cutoff, units, rows, &scores)
                    }
                }
            }
        }
        return scores
    }

    /// The scores of a group of which none has a word of the pattern.
    @inline(__always)
    private func plainRatios<Word: FixedWidthInteger & UnsignedInteger & Sendable>(
        _: Word.Type, _ group: Int, _ table: MatchTable, _ cutoff: Double, _ units: UnsafeBufferPointer<UInt8>,
        _ rows: MatchRows, _ scores: inout [Double]
    ) {
        distinct.compare(group, units, rows, { _ in SubsequenceColumn<Word>() }) { place, column in
            let length = Int(distinct.lengths[place])
            let score = SimilarityScore.indel(subsequence: column.length, table.count, length)
            scores[Int(distinct.order[place])] = SimilarityScore.kept(score, cutoff)
        }
    }

    /// The scores of a group of which some have words of the pattern.
    @inline(__always)
    private func setRatios<Word, Others>(
        _: RemainderColumn<Word, Others>.Type, _ group: Int, _ pattern: TextPattern, _ remainders: [WordRemainder],
        _ cutoff: Double, _ units: UnsafeBufferPointer<UInt8>, _ rows: MatchRows, _ scores: inout [Double]
    ) {
        let own = pattern.distinct.count
        distinct.compare(group, units, rows) { place in
            let remainder = remainders[place]
            if remainder.sharedCount == 0 { return RemainderColumn<Word, Others>() }
            return RemainderColumn<Word, Others>(
                own: remainder.ownRest(of: own), others: remainder.othersRest(of: Int(distinct.lengths[place])))
        } _: { place, column in
            let (remainder, length) = (remainders[place], Int(distinct.lengths[place]))
            let (index, shared) = (Int(distinct.order[place]), Int(remainder.sharedCount))
            let score: Double
            if shared == 0 {
                score = SimilarityScore.indel(subsequence: column.length, own, length)
            } else if length > 128 {
                score = pattern.tokenSetRatio(to: texts[index])
            } else if shared == min(pattern.text.tokens.count, texts[index].tokens.count) {
                score = 1
            } else {
                score = remainder.ratio(subsequence: column.length, own, length)
            }
            scores[index] = SimilarityScore.kept(score, cutoff)
        }
    }
}
