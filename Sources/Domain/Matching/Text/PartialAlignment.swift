/// The best place for the shorter of two texts in the longer: RapidFuzz's `fuzz.partial_ratio`. Every stretch of the
/// longer text that is as long as the shorter text is tried, and every shorter one at its beginning and end. Of texts
/// of one length either may be the one to be cut.
struct PartialAlignment {
    /// Tables of one text, the pattern, from its beginning and from its end.
    let forwards: MatchTable
    let backwards: MatchTable
    /// Ratios below this one need not be found.
    let cutoff: Double

    /// Whether a shorter text may be searched for in the pattern. Otherwise the pattern has to be the shorter one.
    static func canCut(_ pattern: MatchTable) -> Bool { pattern.blocks == 1 }

    /// The best ratio of all places, 0–1, whichever of the two is shorter. Neither is empty.
    func score(_ text: TextUnits) -> Double {
        text.isWide
            ? text.wide.withUnsafeBufferPointer { score($0) } : text.narrow.withUnsafeBufferPointer { score($0) }
    }

    private func score<Unit: TextUnit>(_ text: UnsafeBufferPointer<Unit>) -> Double {
        var best = BestStretch()
        // The longest common subsequence of all of both is the most that any stretch can have.
        let most = searchEnd(forwards, text, &best)
        _ = searchEnd(backwards, text.reversed(), &best)
        let (own, other) = (forwards.count, text.count)
        if own < other {
            searchInside(own, other, most, &best) { start in
                forwards.subsequence(with: UnsafeBufferPointer(rebasing: text[start..<start + own]))
            }
        } else {
            let stretch: UInt64 = (1 << UInt64(other)) &- 1
            searchInside(other, own, most, &best) { start in
                forwards.subsequence(with: text, own: UInt128(stretch << UInt64(start)))
            }
        }
        return best.score
    }

    /// Tries the stretches at one end of the longer text, of every length up to the shorter one's.
    /// - Returns: the length of the longest common subsequence of all of both.
    @inline(__always)
    private func searchEnd<Text: Collection>(_ table: MatchTable, _ text: Text, _ best: inout BestStretch) -> Int
    where Text.Element: TextUnit {
        table.blocks == 1 ? searchShortEnd(table, text, &best) : searchLongEnd(table, text, &best)
    }

    /// Up to which length the text may be cut: not at all if it is the shorter one.
    private func longestCut(_ count: Int) -> Int { forwards.count <= count ? forwards.count : 0 }

    private func searchShortEnd<Text: Collection>(_ table: MatchTable, _ text: Text, _ best: inout BestStretch) -> Int
    where Text.Element: TextUnit {
        table.withRows { rows in
            let (own, cut) = (table.count, longestCut(text.count))
            var (column, taken, length) = (SubsequenceColumn<UInt64>(), 0, 0)
            for unit in text {
                var grows = false
                column.take(rows.words[rows.row(of: unit)], carry: &grows)
                taken &+= 1
                length &+= grows ? 1 : 0
                if taken <= cut { best.note(length, of: own &+ taken) }
            }
            if own >= taken { noteBeginnings(CollectionOfOne(column.bits), other: taken, &best) }
            return length
        }
    }

    private func searchLongEnd<Text: Collection>(_ table: MatchTable, _ text: Text, _ best: inout BestStretch) -> Int
    where Text.Element: TextUnit {
        table.withRows { rows in
            let (own, cut) = (table.count, longestCut(text.count))
            var (columns, taken, length) = (SubsequenceColumns(blocks: table.blocks), 0, 0)
            for unit in text {
                length &+= columns.take(unit, rows) ? 1 : 0
                taken &+= 1
                if taken <= cut { best.note(length, of: own &+ taken) }
            }
            if own >= taken { noteBeginnings(columns.words, other: taken, &best) }
            return length
        }
    }

    /// Takes notice of the beginnings of the pattern, up to the text's length: the last column tells of all of them.
    @inline(__always)
    private func noteBeginnings<Words: Collection<UInt64>>(_ words: Words, other: Int, _ best: inout BestStretch) {
        var (first, length) = (0, 0)
        for word in words {
            var grown = ~word
            while grown != 0 {
                let end = first + grown.trailingZeroBitCount + 1
                if end > other { return }
                length += 1
                best.note(length, of: end + other)
                grown &= grown &- 1
            }
            first += 64
        }
    }

    /// Tries the stretches between both ends.
    @inline(__always)
    private func searchInside(
        _ shorter: Int, _ longer: Int, _ most: Int, _ best: inout BestStretch, _ subsequence: (Int) -> Int
    ) {
        // Rounding must not lose a ratio that is equal to the cutoff.
        let leastKept = cutoff > 0 ? Int((min(cutoff, 2) * Double(shorter) - 1e-6).rounded(.up)) : 0
        var start = 1
        while start < longer - shorter {
            let needed = max(best.needed(length: shorter), leastKept)
            if needed > most { return }
            let found = subsequence(start)
            best.note(found, of: 2 * shorter)
            // From one stretch to the next the subsequence changes by one at most, so most can be skipped.
            start += max(1, needed - found)
        }
    }
}
