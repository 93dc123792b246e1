/// Many texts laid out for one pattern: four texts of about one length side by side, scalar by scalar, so that a
/// processor can work on four columns at once. One column alone leaves it waiting for its own last step.
struct UnitLanes: Sendable {
    static let width = 4

    /// Texts with scalars above U+00FF, and what is left over of the last four: one by one.
    private(set) var singles: [Int] = []
    /// Texts in the order of their lengths, four to a group; their numbers and lengths.
    private(set) var order: [Int32] = []
    private(set) var lengths: [Int32] = []
    /// Where each group begins in `units`.
    private(set) var starts: [Int] = []
    /// The groups: the first scalars of four texts, then the second ones, as long as the longest; 0 fills up.
    private(set) var units: [UInt8] = []

    init(_ texts: [TextUnits]) {
        var narrow: [(index: Int, units: [UInt8])] = []
        for (index, text) in texts.enumerated() {
            if text.isWide { singles.append(index) } else { narrow.append((index, text.narrow)) }
        }
        narrow.sort { ($0.units.count, $0.index) < ($1.units.count, $1.index) }
        let grouped = narrow.count - narrow.count % Self.width
        singles += narrow[grouped...].map(\.index)
        for start in stride(from: 0, to: grouped, by: Self.width) {
            append(narrow[start..<start + Self.width])
        }
    }

    var groups: Range<Int> { 0..<starts.count }

    /// The groups with a text whose length allows the cutoff of `SimilarityScore.indel` with a pattern of a length.
    func groups(reaching cutoff: Double, _ count: Int) -> Range<Int> {
        if cutoff <= 0 { return groups }
        func reaches(_ length: Int32) -> Bool { SimilarityScore.indelBound(count, Int(length)) >= cutoff }
        // Lengths ascend, and the bound rises up to the pattern's own length and falls from there.
        let start = groups.first { group in
            let longest = lengths[group * Self.width + Self.width - 1]
            return longest >= count || reaches(longest)
        }
        guard let start else { return 0..<0 }
        let end = groups[start...].first { group in
            let shortest = lengths[group * Self.width]
            return shortest > count && !reaches(shortest)
        }
        return start..<(end ?? groups.upperBound)
    }

    private mutating func append(_ group: ArraySlice<(index: Int, units: [UInt8])>) {
        starts.append(units.count)
        order += group.map { Int32($0.index) }
        lengths += group.map { Int32($0.units.count) }
        for place in 0..<(group.last?.units.count ?? 0) {
            for text in group { units.append(place < text.units.count ? text.units[place] : 0) }
        }
    }
}
