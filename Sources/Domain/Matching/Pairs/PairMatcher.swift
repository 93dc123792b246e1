import Boosting
import Catalog
import Foundation

/// Decides pairs by what was learned from labelled ones: first each by itself, then among all that its records could make.
package struct PairMatcher: Sendable {
    /// What the numbers of a pair are called, in their order.
    let names: [String]
    let first: [BoostedTrees]
    let second: [BoostedTrees]
    /// From which probability on a pair counts as the same.
    package var threshold: Double
    /// Whether of the pairs of a record only the most probable may count as the same, seen from both sides. What was learned elsewhere
    /// says better which is nearest than how near is near enough.
    package var picksBest: Bool

    /// How trees are grown of so many numbers.
    private static func settings(
        _ plan: LearningPlan, _ names: [String], seed: UInt32, threads: Int
    ) -> BoostingSettings {
        var settings = BoostingSettings()
        settings.rounds = plan.rounds
        settings.rate = plan.rate
        settings.depth = plan.depth
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
    ///   - lessons: of one or several sets; together at least one pair of each kind.
    ///   - threads: the result does not depend on them.
    ///   - progress: told the parts of the work that are done.
    /// - Throws: `BoostingProblem`; `MatcherProblem`.
    package static func learn(
        from lessons: [PairLesson], _ plan: LearningPlan = .standard, threads: Int = 1,
        progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> PairMatcher {
        let taught = lessons.map(\.known)
        let labels = taught.flatMap { $0.map { $0.isSame == true ? Float(1) : 0 } }
        guard labels.contains(1), labels.contains(0), let names = lessons.first?.table.names else {
            throw MatcherProblem.nothingToLearn
        }
        guard lessons.allSatisfy({ $0.table.names == names }) else { throw MatcherProblem.otherFeatures }
        let rows = zip(lessons, taught).map { lesson, pairs in pairs.map(lesson.table.row) }
        let matrix = Self.joined(zip(lessons, rows).map { ($0.table.matrix, $1) })
        let weights = Self.weights(taught, plan)
        let steps = plan.folds * plan.repeats + plan.seconds
        var (first, done) = ([BoostedTrees](), 0)
        var all = lessons.map { [Float](repeating: 0, count: $0.table.pairs.count) }
        var unseen = [Float](repeating: 0, count: labels.count)
        for round in 0..<plan.repeats {
            let parts = taught.enumerated().flatMap {
                Self.parts($1, seed: UInt64(77 + round + 1_000 * $0), of: plan.folds)
            }
            for part in 0..<plan.folds {
                let own = labels.indices.filter { parts[$0] != part }
                let trees = try BoostedTrees.grow(
                    from: matrix.rows(own), labels: own.map { labels[$0] }, weights: own.map { weights[$0] },
                    Self.settings(plan, names, seed: UInt32(100 * round + part), threads: threads))
                var place = 0
                for (lesson, set) in lessons.enumerated() {
                    let said = try trees.predict(set.table.matrix)
                    for row in said.indices { all[lesson][row] += said[row] / Float(plan.folds * plan.repeats) }
                    for row in rows[lesson] {
                        if parts[place] == part { unseen[place] += said[row] / Float(plan.repeats) }
                        place += 1
                    }
                }
                first.append(trees)
                done += 1
                progress(done, steps)
            }
        }
        // What was learned from is judged by those that did not see it, as what comes later will be.
        var place = 0
        var widened: [(names: [String], matrix: FeatureMatrix)] = []
        for (lesson, set) in lessons.enumerated() {
            for row in rows[lesson] {
                all[lesson][row] = unseen[place]
                place += 1
            }
            widened.append(Self.widened(set.table, all[lesson]))
        }
        let wide = Self.joined(zip(widened, rows).map { ($0.matrix, $1) })
        let second = try (0..<plan.seconds).map { round in
            defer {
                done += 1
                progress(done, steps)
            }
            return try BoostedTrees.grow(
                from: wide, labels: labels, weights: weights,
                Self.settings(plan, widened[0].names, seed: UInt32(500 + round), threads: threads))
        }
        var matcher = PairMatcher(names: names, first: first, second: second, threshold: 0.5, picksBest: false)
        matcher.threshold = try matcher.threshold(for: lessons, taught, firsts: all, unseen: unseen)
        return matcher
    }

    /// From pairs that were held back, or where there are none from what was learned from, as judged by trees that never saw it.
    private func threshold(
        for lessons: [PairLesson], _ taught: [[LabelledPair]], firsts: [[Float]], unseen: [Float]
    ) throws -> Double {
        var scored: [ScoredPair] = []
        for (place, lesson) in lessons.enumerated() where !lesson.held.isEmpty {
            scored += try self.scored(lesson.held, in: lesson.table, firsts: firsts[place])
        }
        guard scored.isEmpty else { return PairEvaluation.threshold(on: scored) }
        return PairEvaluation.threshold(
            on: zip(taught.joined(), unseen).map {
                ScoredPair(left: $0.left, probability: Double($1), isSame: $0.isSame == true)
            })
    }

    private static func joined(_ parts: [(matrix: FeatureMatrix, rows: [Int])]) -> FeatureMatrix {
        var whole = FeatureMatrix(
            width: parts.first?.matrix.width ?? 1, capacity: parts.reduce(0) { $0 + $1.rows.count })
        for part in parts { for row in part.rows { whole.append(part.matrix[row]) } }
        return whole
    }

    /// Of several sets each counts the same, so that the largest does not say what all are like; of one, every pair counts 1.
    private static func weights(_ taught: [[LabelledPair]], _ plan: LearningPlan) -> [Float] {
        let sets = taught.filter { !$0.isEmpty }
        let mean = Double(sets.reduce(0) { $0 + $1.count }) / Double(max(1, sets.count))
        return taught.flatMap { pairs in pairs.map { _ in Float(mean / Double(max(1, pairs.count))) } }
    }

    /// Pairs of one left record are in one part, so that none is judged by what its neighbours taught.
    private static func parts(_ pairs: [LabelledPair], seed: UInt64, of folds: Int) -> [Int] {
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
    /// - Throws: `BoostingProblem`; `MatcherProblem.otherFeatures`.
    package func probabilities(of pairs: [LabelledPair], in table: PairTable) throws -> [Double] {
        try probabilities(of: pairs, in: table, firsts: try firsts(in: table))
    }

    /// What the first trees say of every pair of a table.
    private func firsts(in table: PairTable) throws -> [Float] {
        guard table.pairs.isEmpty || table.names == names else { throw MatcherProblem.otherFeatures }
        var firsts = [Float](repeating: 0, count: table.pairs.count)
        for trees in first {
            for (place, said) in try trees.predict(table.matrix).enumerated() {
                firsts[place] += said / Float(first.count)
            }
        }
        return firsts
    }

    /// How probable each pair is and why, and whether it is the most probable of both its records.
    /// - Parameters:
    ///   - pairs: of the set the table was made from.
    ///   - unstated: what no record of them ever states.
    /// - Throws: `BoostingProblem`; `MatcherProblem.otherFeatures`.
    package func explained(
        _ pairs: [LabelledPair], in table: PairTable, unstated: Set<EvidenceGroup> = []
    ) throws -> [(explanation: PairExplanation, isBest: Bool)] {
        let firsts = try firsts(in: table)
        let all = try probabilities(ofRows: Array(table.pairs.indices), in: table, firsts: firsts)
        let best = BestPairs(table.pairs, all, isOneList: table.isOneList)
        let rows = pairs.map(table.row)
        let matrix = table.matrix.rows(rows)
        var sums = rows.map { _ in [Float](repeating: 0, count: table.names.count + 1) }
        for trees in first {
            for (place, found) in try trees.contributions(matrix).enumerated() {
                for column in found.indices { sums[place][column] += found[column] / Float(first.count) }
            }
        }
        return zip(rows, sums).map { row, contributions in
            (
                PairExplanation(
                    probability: all[row], contributions: contributions, groups: table.groups,
                    unstated: unstated),
                best.contains(table.pairs[row], all[row])
            )
        }
    }

    private func probabilities(
        of pairs: [LabelledPair], in table: PairTable, firsts: [Float]
    ) throws -> [Double] {
        try probabilities(ofRows: pairs.map(table.row), in: table, firsts: firsts)
    }

    private func probabilities(
        ofRows rows: [Int], in table: PairTable, firsts: [Float]
    ) throws -> [Double] {
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
    ) throws -> [ScoredPair] {
        let known = pairs.filter { $0.isSame != nil }
        let found = try probabilities(of: known, in: table, firsts: firsts)
        // Within one list any number of records may be one thing.
        guard picksBest, !table.isOneList else {
            return zip(known, found).map {
                ScoredPair(left: $0.left, probability: $1, isSame: $0.isSame == true)
            }
        }
        let all = try probabilities(ofRows: Array(table.pairs.indices), in: table, firsts: firsts)
        let best = BestPairs(table.pairs, all, isOneList: table.isOneList)
        return zip(known, found).map { pair, probability in
            ScoredPair(
                left: pair.left, probability: probability, isSame: pair.isSame == true,
                isBest: best.contains(table.pairs[table.row(of: pair)], probability))
        }
    }

    /// Pairs with what is said of them and what is true.
    /// - Throws: `BoostingProblem`; `MatcherProblem.otherFeatures`.
    package func scored(_ pairs: [LabelledPair], in table: PairTable) throws -> [ScoredPair] {
        try scored(pairs, in: table, firsts: try firsts(in: table))
    }
}
