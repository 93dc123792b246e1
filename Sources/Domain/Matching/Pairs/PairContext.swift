import Foundation

/// How a pair stands among all others that either of its records could make: whether there is a nearer one, how much nearer, and how many.
struct PairContext {
    /// Records that are looked at as candidates of each.
    static let candidates = 12
    /// How much less near still counts as near.
    private static let reach: Float = 0.05

    /// How a pair stands among those of one of its records.
    private struct Standing {
        var rank = 0
        var margin: Float = 0
        var best: Float = 0
        var ratio: Float = 0
        var deviation: Float = 0
        var others: Float = 0
        /// The record that is nearest.
        var nearest = 0
    }

    private let universe: RecordUniverse
    private let spaces: RecordSpaces

    init(_ universe: RecordUniverse, _ spaces: RecordSpaces) {
        self.universe = universe
        self.spaces = spaces
    }

    /// The pairs that are asked about, and for each record those that are nearest to it.
    func candidates(with given: some Sequence<CandidatePair>) -> [CandidatePair] {
        var found = Set(given)
        var neighbourhood = Neighbourhood(universe, spaces)
        for record in universe.left {
            neighbourhood.look(from: record)
            for other in neighbourhood.nearest(Self.candidates, of: universe.right) {
                found.insert(CandidatePair(left: record, right: other))
            }
        }
        if !universe.isOneList {
            for record in universe.right {
                neighbourhood.look(from: record)
                for other in neighbourhood.nearest(Self.candidates, of: universe.left) {
                    found.insert(CandidatePair(left: other, right: record))
                }
            }
        }
        return found.sorted()
    }

    /// Names and values of each pair, in the order of `pairs`.
    func rows(of pairs: [CandidatePair]) -> (names: [String], values: [[Float]]) {
        let left = standings(of: pairs, from: \.left, to: \.right, among: universe.right)
        let right = standings(of: pairs, from: \.right, to: \.left, among: universe.left)
        var names: [String] = []
        var values = Array(repeating: [Float](), count: pairs.count)
        for (kind, prefix) in [(Neighbourhood.Kind.mixed, "cx_"), (.terms, "cwd_")] {
            for tag in ["L", "R"] { names += ["rk", "mg", "bs", "rt", "z", "n"].map { "\(prefix)\($0)\(tag)" } }
            names += ["mut", "rks", "rb", "lb"].map { prefix + $0 }
            for (place, pair) in pairs.enumerated() {
                guard let one = left[kind]?[place], let other = right[kind]?[place] else { continue }
                for standing in [one, other] {
                    values[place] += [
                        log1p(Float(standing.rank)), standing.margin, standing.best, standing.ratio, standing.deviation,
                        standing.others,
                    ]
                }
                values[place] += [
                    one.rank == 0 && other.rank == 0 ? 1 : 0, log1p(Float(one.rank + other.rank)),
                    nearness(pair.right, one.nearest, kind), nearness(pair.left, other.nearest, kind),
                ]
            }
        }
        names += ["ccos", "dcos"]
        for (place, pair) in pairs.enumerated() {
            values[place].append(spaces.grams.vectors[pair.left].cosine(spaces.grams.vectors[pair.right]))
            values[place].append(
                spaces.described.map { $0.vectors[pair.left].cosine($0.vectors[pair.right]) } ?? .nan)
        }
        return (names, values)
    }

    private func nearness(_ one: Int, _ other: Int, _ kind: Neighbourhood.Kind) -> Float {
        if one == other { return 1 }
        return kind == .mixed
            ? spaces.nearness(one, other) : spaces.terms.vectors[one].cosine(spaces.terms.vectors[other])
    }

    private func standings(
        of pairs: [CandidatePair], from own: KeyPath<CandidatePair, Int>, to other: KeyPath<CandidatePair, Int>,
        among records: [Int]
    ) -> [Neighbourhood.Kind: [Standing]] {
        var found: [Neighbourhood.Kind: [Standing]] = [:]
        for kind in Neighbourhood.Kind.allCases { found[kind] = Array(repeating: Standing(), count: pairs.count) }
        var neighbourhood = Neighbourhood(universe, spaces)
        let places = Dictionary(grouping: pairs.indices) { pairs[$0][keyPath: own] }
        for (record, places) in places {
            neighbourhood.look(from: record)
            for kind in Neighbourhood.Kind.allCases {
                let nearnesses = records.map { neighbourhood.nearness(to: $0, kind) }
                let sorted = nearnesses.sorted(by: >)
                let nearest = zip(nearnesses, records).max { $0.0 < $1.0 }?.1 ?? record
                for place in places {
                    let near = neighbourhood.nearness(to: pairs[place][keyPath: other], kind)
                    found[kind]?[place] = Self.standing(of: near, in: sorted, nearest: nearest)
                }
            }
        }
        return found
    }

    /// - Parameter sorted: all nearnesses, the nearest first.
    private static func standing(of near: Float, in sorted: [Float], nearest: Int) -> Standing {
        var standing = Standing()
        standing.rank = count(above: near + 1e-6, in: sorted)
        standing.best = sorted.first ?? near
        let second = sorted.count > 1 ? sorted[1] : 0
        standing.margin = standing.rank == 0 ? near - second : near - standing.best
        standing.ratio = near / max(standing.best, 1e-6)
        let next = sorted.dropFirst().prefix(9)
        let mean = next.reduce(0, +) / Float(max(1, next.count))
        let spread = (next.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(max(1, next.count))).squareRoot()
        standing.deviation = (near - mean) / (spread + 0.03)
        standing.others = Float(count(above: (near - reach).nextDown, in: sorted) - 1)
        standing.nearest = nearest
        return standing
    }

    /// How many of a falling list are above a value.
    private static func count(above value: Float, in sorted: [Float]) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] > value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
