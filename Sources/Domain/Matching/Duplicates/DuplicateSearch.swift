/// Finds the pairs of an index that may be the same thing: looks every listing up, on several threads.
package struct DuplicateSearch: Sendable {
    /// Listings looked up by a task.
    private static let block = 2_000

    package struct Answer: Sendable {
        /// Each pair once, the surest first.
        package fileprivate(set) var pairs: [DuplicatePair] = []
        /// Listings that were looked up, and all their candidates together.
        package fileprivate(set) var lookUps = 0
        package fileprivate(set) var candidates = 0
        /// Listings that were compared in full.
        package fileprivate(set) var compared = 0
        /// Look-ups that met a bound, so that something may be missing.
        package fileprivate(set) var cut = 0

        fileprivate mutating func take(_ other: Answer) {
            pairs += other.pairs
            lookUps += other.lookUps
            candidates += other.candidates
            compared += other.compared
            cut += other.cut
        }
    }

    private let index: ListingIndex
    private let rule: DuplicateRule
    /// Listings of this source are found from the others.
    private let spared: Int32?

    package init(_ index: ListingIndex, _ rule: DuplicateRule) {
        self.index = index
        self.rule = rule
        spared = rule.isWithinSources ? nil : Self.largestSource(index)
    }

    /// - Parameters:
    ///   - threads: tasks at once; the answer does not depend on them.
    ///   - progress: told how many of the numbers are done, and how many there are.
    package func pairs(threads: Int, progress: (Int, Int) -> Void = { _, _ in }) async -> Answer {
        let blocks = (index.capacity + Self.block - 1) / Self.block
        var answer = await withTaskGroup(of: Answer.self) { group in
            var (answer, next, done) = (Answer(), 0, 0)
            func start() {
                guard next < blocks else { return }
                let block = next
                next += 1
                group.addTask { pairs(inBlock: block) }
            }
            for _ in 0..<max(1, threads) { start() }
            while let some = await group.next() {
                answer.take(some)
                start()
                done += 1
                progress(min(done * Self.block, index.capacity), index.capacity)
            }
            return answer
        }
        answer.pairs = Self.once(answer.pairs)
        return answer
    }

    private func pairs(inBlock block: Int) -> Answer {
        var (search, answer) = (CandidateSearch(), Answer())
        for number in block * Self.block..<min(index.capacity, (block + 1) * Self.block) {
            let number = Int32(number)
            guard index.contains(number), index.source(of: number) != spared else { continue }
            let candidates = search.candidates(of: number, in: index, rule.wish)
            answer.lookUps += 1
            answer.candidates += candidates.count
            answer.compared += search.compared
            answer.cut += search.wasCut ? 1 : 0
            for candidate in candidates where candidate.score >= rule.threshold {
                answer.pairs.append(DuplicatePair(number, candidate))
            }
        }
        return answer
    }

    /// Each pair once with the better of its scores, which differ only where a spelling is seen from one side.
    private static func once(_ pairs: [DuplicatePair]) -> [DuplicatePair] {
        var sorted = pairs
        sorted.sort { one, other in
            if one.one != other.one { return one.one < other.one }
            return one.other != other.other ? one.other < other.other : one.score > other.score
        }
        var kept: [DuplicatePair] = []
        for pair in sorted where kept.last.map({ $0.one != pair.one || $0.other != pair.other }) ?? true {
            kept.append(pair)
        }
        kept.sort(by: DuplicatePair.isBefore)
        return kept
    }

    private static func largestSource(_ index: ListingIndex) -> Int32? {
        var counts: [Int32: Int] = [:]
        for number in 0..<Int32(index.capacity) where index.contains(number) {
            counts[index.source(of: number), default: 0] += 1
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
