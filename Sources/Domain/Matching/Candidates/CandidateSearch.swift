/// Looks listings up in an index. Keeps its working memory between look-ups, about five bytes for each listing and word
/// of the index, so have one for each thread.
///
/// **What is found.** Names are as alike as the weight of the words they share: `0.5 · lesser + 0.5 · mean` of the shares
/// of either name's weight that the other has. Rare words weigh more, categories and places less; a word counts for 0.7
/// or 0.85 if only a spelling of it is there, and words that were run together count as their parts. What contradicts
/// itself in size, vintage, age, strength or pack is no candidate.
///
/// **How.** Rarest words first, their listings are read until what is left of the name's weight could not make an unread
/// listing alike enough (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007), and then to
/// leave out those that cannot become so. That misses nothing unless a bound is met: `mostRead` numbers are read, and of what they name the `mostCompared` that share most
/// are compared in full.
package struct CandidateSearch: Sendable {
    /// Numbers read to find listings; a list that would go beyond is left out, once something was found.
    package static let mostRead = 100_000
    /// Numbers read to leave found listings out.
    static let mostSharpened = 300_000
    /// So few found listings are compared without further reading.
    private static let enough = 64
    /// Numbers that are read in about the time of a comparison.
    private static let readsPerComparison = 50
    /// Listings compared in full.
    package static let mostCompared = 4_096

    private var query = NameQuery()
    /// By listing: the weight of the words it shares, as far as read.
    private var scores: [Float] = []
    private var found: [Int32] = []
    /// Whether the last look-up left lists unread that might have named more.
    package private(set) var wasCut = false
    /// Listings that the last look-up compared.
    package private(set) var compared = 0

    package init() {}

    /// The candidates of a listing of the index, those with the same code first, then the most alike, then by number.
    package mutating func candidates(
        of number: Int32, in index: ListingIndex, _ wish: CandidateWish = CandidateWish()
    ) -> [NameCandidate] {
        guard index.contains(number) else { return [] }
        return IndexView.with(index) { view in
            query.ask(number, index, view)
            return search(index, view, wish)
        }
    }

    /// The candidates of a listing that need not be in the index.
    /// - Parameter source: whose listings are no candidates, unless wished for.
    package mutating func candidates(
        of reading: ListingReading, source: Int32?, in index: ListingIndex, _ wish: CandidateWish = CandidateWish()
    ) -> [NameCandidate] {
        IndexView.with(index) { view in
            query.ask(reading, source: source, index, view)
            return search(index, view, wish)
        }
    }

    /// The same found by comparing with every listing and looking for spellings among all words: what the index is
    /// measured against. Takes as long as that sounds.
    package mutating func exhaustiveCandidates(
        of number: Int32, in index: ListingIndex, _ wish: CandidateWish = CandidateWish()
    ) -> [NameCandidate] {
        guard index.contains(number) else { return [] }
        return IndexView.with(index) { view in
            query.ask(number, index, view, looksEverywhere: true)
            return ranked(0..<Int32(index.capacity), index, view, wish)
        }
    }

    /// A listing of the index as compared with some others, in their order, whether or not they would be its candidates.
    /// - Returns: nil if one contradicts it.
    package mutating func comparisons(
        of number: Int32, with others: [Int32], in index: ListingIndex
    ) -> [NameCandidate]? {
        IndexView.with(index) { view in
            query.ask(number, index, view)
            var found: [NameCandidate] = []
            for other in others {
                guard let candidate = candidate(other, view) else { return nil }
                found.append(candidate)
            }
            return found
        }
    }

    // MARK: - Finding

    private mutating func search(_ index: ListingIndex, _ view: IndexView, _ wish: CandidateWish) -> [NameCandidate] {
        if scores.count < view.entries.count {
            scores += [Float](repeating: 0, count: view.entries.count - scores.count)
        }
        wasCut = false
        let order = query.positions.indices.sorted { one, other in
            let (one, other) = (query.positions[one], query.positions[other])
            return one.weight != other.weight ? one.weight > other.weight : one.hash < other.hash
        }
        // Whose share of a name's weight is at most s is at most 0.75 s + 0.25 alike. Numbers may turn out to be known on the
        // other side and then do not count.
        let counted = query.positions.reduce(Float(0)) {
            $1.isOptional || $1.traits.kind == .number ? $0 : $0 + $1.weight
        }
        let needed = (wish.least - 0.25) / 0.75 * counted - 1e-4
        let read = find(order, view, needed: needed)
        narrow(order[read...], view, needed: needed)
        var numbers = chosen()
        for number in found { scores[Int(number)] = 0 }
        found.removeAll(keepingCapacity: true)
        for number in index.listings(withCode: query.code) where !numbers.contains(number) { numbers.append(number) }
        compared = numbers.count
        return ranked(numbers, index, view, wish)
    }

    /// Reads lists until no unread listing can share enough.
    /// - Parameter needed: the weight that has to be shared.
    /// - Returns: how many words of the order were read.
    private mutating func find(_ order: [Int], _ view: IndexView, needed: Float) -> Int {
        var left = order.reduce(Float(0)) { $0 + (isKnown($1) ? query.positions[$1].weight : 0) }
        var read = 0
        for (step, place) in order.enumerated() {
            if left < needed { return step }
            guard isKnown(place) else { continue }
            let length = length(of: place, view)
            if read + length > Self.mostRead {
                wasCut = true
                if !found.isEmpty { return step }
            }
            read += length
            let position = query.positions[place]
            if position.token >= 0 { add(view.list(Int(position.token)), position.weight) }
            for token in query.others[place] { add(view.list(Int(token)), position.weight) }
            left -= position.weight
        }
        return order.count
    }

    /// Whether any listing may have a word.
    private func isKnown(_ place: Int) -> Bool { query.positions[place].token >= 0 || !query.others[place].isEmpty }

    private func length(of place: Int, _ view: IndexView) -> Int {
        let token = query.positions[place].token
        return query.others[place].reduce(token >= 0 ? view.count(Int(token)) : 0) { $0 + view.count(Int($1)) }
    }

    private mutating func add(_ list: UnsafeBufferPointer<Int32>, _ weight: Float) {
        scores.withUnsafeMutableBufferPointer { scores in
            for number in list.prefix(Self.mostRead) {
                if scores[Int(number)] == 0 { found.append(number) }
                scores[Int(number)] += weight
            }
        }
    }

    /// Reads further lists, rarest first, to leave out found listings that cannot share enough, as long as that is cheaper
    /// than comparing them.
    private mutating func narrow(_ order: ArraySlice<Int>, _ view: IndexView, needed: Float) {
        var left = order.reduce(Float(0)) { $0 + (isKnown($1) ? query.positions[$1].weight : 0) }
        var read = 0
        for place in order where isKnown(place) {
            let length = length(of: place, view)
            let isWorthwhile = found.count > Self.mostCompared || length < Self.readsPerComparison * found.count
            guard found.count > Self.enough, isWorthwhile, read + length <= Self.mostSharpened else { return }
            read += length
            let position = query.positions[place]
            if position.token >= 0 { sharpen(view.list(Int(position.token)), position.weight) }
            for token in query.others[place] { sharpen(view.list(Int(token)), position.weight) }
            left -= position.weight
            drop(below: needed - left)
        }
    }

    private mutating func drop(below least: Float) {
        guard least > 0 else { return }
        scores.withUnsafeMutableBufferPointer { scores in
            found.removeAll { number in
                guard scores[Int(number)] < least else { return false }
                scores[Int(number)] = 0
                return true
            }
        }
    }

    private mutating func sharpen(_ list: UnsafeBufferPointer<Int32>, _ weight: Float) {
        scores.withUnsafeMutableBufferPointer { scores in
            for number in list where scores[Int(number)] > 0 { scores[Int(number)] += weight }
        }
    }

    /// The found listings that share most, at most as many as are compared.
    private func chosen() -> [Int32] {
        guard found.count > Self.mostCompared else { return found }
        let best = found.reduce(Float(0)) { max($0, scores[Int($1)]) }
        // By steps of their score, so that only those on the last step need sorting.
        let steps = 1_024
        func step(_ number: Int32) -> Int { min(steps - 1, Int(scores[Int(number)] / best * Float(steps))) }
        var counts = [Int](repeating: 0, count: steps)
        for number in found { counts[step(number)] += 1 }
        var (last, above) = (steps - 1, 0)
        while above + counts[last] < Self.mostCompared {
            above += counts[last]
            last -= 1
        }
        var numbers = found.filter { step($0) > last }
        var rest = found.filter { step($0) == last }
        rest.sort { one, other in
            let (here, there) = (scores[Int(one)], scores[Int(other)])
            return here != there ? here > there : one < other
        }
        numbers += rest.prefix(Self.mostCompared - above)
        return numbers
    }

    // MARK: - Comparing

    private mutating func ranked(
        _ numbers: some Sequence<Int32>, _ index: ListingIndex, _ view: IndexView, _ wish: CandidateWish
    ) -> [NameCandidate] {
        var best: [NameCandidate] = []
        for number in numbers where number != query.number {
            let entry = view.entries[Int(number)]
            guard entry.count >= 0, wish.includesOwnSource || entry.source != query.source,
                let candidate = candidate(number, view), candidate.sharesCode || candidate.likeness >= wish.least,
                candidate.sharesCode || wish.includesApart || !candidate.isApart
            else { continue }
            if best.count == wish.most, !candidate.isBefore(best[wish.most - 1]) { continue }
            if best.count == wish.most { best.removeLast() }
            best.insert(candidate, at: best.firstIndex { candidate.isBefore($0) } ?? best.count)
        }
        return best
    }

    private mutating func candidate(_ number: Int32, _ view: IndexView) -> NameCandidate? {
        let entry = view.entries[Int(number)]
        let sharesCode = query.code > 0 && entry.code == query.code
        if sharesCode ? query.facts.contradictsCode(entry.facts) : query.facts.contradicts(entry.facts) { return nil }
        let found = query.compare(entry, view)
        return NameCandidate(
            number: number, likeness: found.likeness, isApart: found.isApart, isDistinctive: found.distinctive > 0,
            sharesCode: sharesCode)
    }
}
