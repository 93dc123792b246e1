/// Listings that are one thing, put together from pairs, the surest first. Two groups become one only if no listing of
/// one contradicts a listing of the other, if their sources allow it, and if all of them together are alike enough on
/// average: average linkage (Sokal and Michener 1958) that refuses what may not be together. So no chain of half-alike
/// names joins two things.
package struct DuplicateClusters: Sendable {
    /// Comparisons for joining two groups.
    private static let mostComparisons = 10_000

    private let index: ListingIndex
    private let rule: DuplicateRule
    private var search = CandidateSearch()
    /// By listing: the group, named after its first member; the next member; the last one; and how many there are.
    private var groups: [Int32]
    private var next: [Int32]
    private var last: [Int32]
    private var sizes: [Int32]
    /// By listing: the likeness to all others of its group together.
    private var sums: [Float]
    /// Pairs that were alike enough by themselves and were not put together.
    package private(set) var refused = 0

    /// - Parameter pairs: each once, the surest first.
    package init(_ index: ListingIndex, _ rule: DuplicateRule, _ pairs: [DuplicatePair]) {
        self.index = index
        self.rule = rule
        groups = Array(0..<Int32(index.capacity))
        next = [Int32](repeating: -1, count: index.capacity)
        last = groups
        sizes = [Int32](repeating: 1, count: index.capacity)
        sums = [Float](repeating: 0, count: index.capacity)
        for pair in pairs { join(pair) }
    }

    /// How alike a listing is to the others of its group on average, 0–1; 0 for one that is alone.
    package func score(of number: Int32) -> Float {
        let others = sizes[Int(groups[Int(number)])] - 1
        return others > 0 ? sums[Int(number)] / Float(others) : 0
    }

    /// Calls `body` with the members of each group of at least two, ascending, in the order of their first members.
    package func forEach(_ body: (_ members: [Int32]) throws -> Void) rethrows {
        for number in groups.indices where groups[number] == number && sizes[number] > 1 {
            try body(members(of: Int32(number)).sorted())
        }
    }

    private func members(of group: Int32) -> [Int32] {
        var members: [Int32] = []
        var number = group
        while number >= 0 {
            members.append(number)
            number = next[Int(number)]
        }
        return members
    }

    private mutating func join(_ pair: DuplicatePair) {
        let (one, other) = (groups[Int(pair.one)], groups[Int(pair.other)])
        if one == other { return }
        let (left, right) = (members(of: one), members(of: other))
        guard left.count + right.count <= DuplicateRule.mostTogether,
            left.count * right.count <= Self.mostComparisons, mayJoin(left, right),
            let scores = scores(left, right, pair),
            scores.reduce(0, +) >= rule.threshold * Float(scores.count)
        else {
            refused += 1
            return
        }
        for (row, member) in left.enumerated() {
            for (column, partner) in right.enumerated() {
                let score = scores[row * right.count + column]
                sums[Int(member)] += score
                sums[Int(partner)] += score
            }
        }
        append(max(one, other), to: min(one, other))
    }

    private func mayJoin(_ left: [Int32], _ right: [Int32]) -> Bool {
        if rule.isWithinSources { return true }
        return !left.contains { member in
            right.contains { index.source(of: $0) == index.source(of: member) }
        }
    }

    /// How alike each of one group is to each of the other; nil where two contradict each other.
    private mutating func scores(_ left: [Int32], _ right: [Int32], _ pair: DuplicatePair) -> [Float]? {
        if left.count == 1, right.count == 1 { return [pair.score] }
        var scores: [Float] = []
        scores.reserveCapacity(left.count * right.count)
        for member in left {
            guard let found = search.comparisons(of: member, with: right, in: index),
                found.allSatisfy({ $0.score > 0 })
            else { return nil }
            scores += found.map(\.score)
        }
        return scores
    }

    private mutating func append(_ other: Int32, to one: Int32) {
        var number = other
        while number >= 0 {
            groups[Int(number)] = one
            number = next[Int(number)]
        }
        next[Int(last[Int(one)])] = other
        last[Int(one)] = last[Int(other)]
        sizes[Int(one)] += sizes[Int(other)]
    }
}
