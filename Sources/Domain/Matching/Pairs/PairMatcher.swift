package import Boosting
import Catalog
import Foundation

/// Decides pairs by what was learned from labelled ones: first each by itself, then among all that its records could make.
package struct PairMatcher: Sendable {
    /// Parts in which what is learned from is left out in turn, so that each is judged by trees that never saw it.
    private static let folds = 5
    /// How often that is done anew.
    private static let repeats = 2

    private let first: [BoostedTrees]
    private let second: [BoostedTrees]
    /// From which probability on a pair counts as the same.
    package private(set) var threshold: Double

    /// How trees are grown of so many numbers.
    private static func settings(_ names: [String], seed: UInt32, threads: Int) -> BoostingSettings {
        var settings = BoostingSettings()
        settings.rounds = 300
        settings.rate = 0.05
        settings.depth = 7
        settings.leastWeight = 1
        settings.rowShare = 0.8
        settings.columnShare = 0.3
        settings.ridge = 2
        settings.bins = 128
        settings.seed = seed
        settings.threads = threads
        settings.directions = names.map(direction)
        return settings
    }

    /// Which way a number may speak: a nearer rival never makes a pair more probable. Of what a pair says by itself either way may hold.
    static func direction(of name: String) -> Int {
        if name == "ccos" || name == "dcos" { return 1 }
        guard let prefix = ["cx_", "cwd_", "p_"].first(where: name.hasPrefix) else { return 0 }
        let rest = name.dropFirst(prefix.count)
        if ["tri", "lo", "mut"].contains(rest) || rest.hasPrefix("mg") || rest.hasPrefix("rt") || rest.hasPrefix("z") {
            return 1
        }
        if rest.hasPrefix("rk") || rest.hasPrefix("bs") || rest.hasPrefix("n") || rest.hasPrefix("sum") { return -1 }
        return 0
    }

    // MARK: - Learning

    /// - Parameters:
    ///   - table: of all records that are known.
    ///   - pairs: of the set the table was made from, labelled, at least one of each kind.
    ///   - held: further ones, for the threshold; empty to take it from what was learned from.
    ///   - threads: the result does not depend on them.
    ///   - progress: told the parts of the work that are done.
    /// - Throws: `BoostingProblem`; `MatcherProblem.nothingToLearn`.
    package static func learn(
        from table: PairTable, _ pairs: [LabelledPair], held: [LabelledPair] = [], threads: Int = 1,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> PairMatcher {
        let known = pairs.filter { $0.isSame != nil }
        let rows = known.map(table.row)
        let labels: [Float] = known.map { $0.isSame == true ? 1 : 0 }
        guard labels.contains(1), labels.contains(0) else { throw MatcherProblem.nothingToLearn }
        let steps = folds * repeats + 2 * repeats
        var (first, done) = ([BoostedTrees](), 0)
        var (all, unseen) = ([Float](repeating: 0, count: table.pairs.count), [Float](repeating: 0, count: rows.count))
        for round in 0..<repeats {
            let parts = Self.parts(known, seed: UInt64(77 + round))
            for part in 0..<folds {
                let own = rows.indices.filter { parts[$0] != part }
                let trees = try BoostedTrees.grow(
                    from: table.matrix.rows(own.map { rows[$0] }), labels: own.map { labels[$0] },
                    settings(table.names, seed: UInt32(100 * round + part), threads: threads))
                let said = try trees.predict(table.matrix)
                for place in said.indices { all[place] += said[place] / Float(folds * repeats) }
                for place in rows.indices where parts[place] == part {
                    unseen[place] += said[rows[place]] / Float(repeats)
                }
                first.append(trees)
                done += 1
                progress(done, steps)
            }
        }
        // What was learned from is judged by those that did not see it, as what comes later will be.
        var honest = all
        for (place, row) in rows.enumerated() { honest[row] = unseen[place] }
        let (names, widened) = Self.widened(table, honest)
        var second: [BoostedTrees] = []
        for round in 0..<2 * repeats {
            second.append(
                try BoostedTrees.grow(
                    from: widened.rows(rows), labels: labels,
                    settings(names, seed: UInt32(500 + round), threads: threads)))
            done += 1
            progress(done, steps)
        }
        var matcher = PairMatcher(first: first, second: second, threshold: 0.5)
        let scored =
            held.isEmpty
            ? zip(known, unseen).map { ScoredPair(left: $0.left, probability: Double($1), isSame: $0.isSame == true) }
            : try matcher.scored(held, in: table, firsts: honest)
        matcher.threshold = PairEvaluation.threshold(on: scored)
        return matcher
    }

    /// Pairs of one left record are in one part, so that none is judged by what its neighbours taught.
    private static func parts(_ pairs: [LabelledPair], seed: UInt64) -> [Int] {
        var random = SeededGenerator(seed: seed)
        let lefts = Array(Set(pairs.map(\.left))).sorted().shuffled(using: &random)
        let parts = Dictionary(uniqueKeysWithValues: lefts.enumerated().map { ($1, $0 % folds) })
        return pairs.map { parts[$0.left] ?? 0 }
    }

    private static func widened(_ table: PairTable, _ probabilities: [Float]) -> (
        names: [String], matrix: FeatureMatrix
    ) {
        let context = ListContext(table.pairs, probabilities, isOneList: table.isOneList)
        var matrix = FeatureMatrix(width: table.matrix.width + ListContext.names.count, capacity: table.pairs.count)
        for (place, pair) in table.pairs.enumerated() {
            matrix.append(Array(table.matrix[place]) + context.values(of: pair, probabilities[place]))
        }
        return (table.names + ListContext.names, matrix)
    }

    // MARK: - Deciding

    /// How probable each pair is, 0...1.
    /// - Parameter pairs: of the set the table was made from.
    /// - Throws: `BoostingProblem`.
    package func probabilities(of pairs: [LabelledPair], in table: PairTable) throws(BoostingProblem) -> [Double] {
        var firsts = [Float](repeating: 0, count: table.pairs.count)
        for trees in first {
            for (place, said) in try trees.predict(table.matrix).enumerated() {
                firsts[place] += said / Float(first.count)
            }
        }
        return try probabilities(of: pairs, in: table, firsts: firsts)
    }

    private func probabilities(
        of pairs: [LabelledPair], in table: PairTable, firsts: [Float]
    ) throws(BoostingProblem) -> [Double] {
        let rows = pairs.map(table.row)
        let widened = Self.widened(table, firsts).matrix.rows(rows)
        var seconds = [Float](repeating: 0, count: rows.count)
        for trees in second {
            for (place, said) in try trees.predict(widened).enumerated() {
                seconds[place] += said / Float(second.count)
            }
        }
        return zip(rows, seconds).map { row, second in
            let odds = Double(ListContext.logOdds(firsts[row]) + ListContext.logOdds(second)) / 2
            return 1 / (1 + exp(-odds))
        }
    }

    private func scored(
        _ pairs: [LabelledPair], in table: PairTable, firsts: [Float]
    ) throws(BoostingProblem) -> [ScoredPair] {
        let known = pairs.filter { $0.isSame != nil }
        return zip(known, try probabilities(of: known, in: table, firsts: firsts)).map {
            ScoredPair(left: $0.left, probability: $1, isSame: $0.isSame == true)
        }
    }

    /// Pairs with what is said of them and what is true.
    /// - Throws: `BoostingProblem`.
    package func scored(_ pairs: [LabelledPair], in table: PairTable) throws(BoostingProblem) -> [ScoredPair] {
        let known = pairs.filter { $0.isSame != nil }
        return zip(known, try probabilities(of: known, in: table)).map {
            ScoredPair(left: $0.left, probability: $1, isSame: $0.isSame == true)
        }
    }
}
