import Foundation
import SimulationSupport
import Testing

@testable import Boosting

/// Trees learn what is there, say it again after they were kept, and say why.
@Suite struct BoostedTreesTests {
    /// Two numbers, of which the first decides with the second, and one that says nothing.
    private func sample(_ count: Int, seed: UInt64) -> (matrix: FeatureMatrix, labels: [Float]) {
        var random = SeededRandom(seed: seed)
        var matrix = FeatureMatrix(width: 3, capacity: count)
        var labels: [Float] = []
        for _ in 0..<count {
            let row = (0..<3).map { _ in Float.random(in: 0..<1, using: &random) }
            matrix.append(row)
            labels.append(row[0] + row[1] > 1 ? 1 : 0)
        }
        return (matrix, labels)
    }

    private var settings: BoostingSettings {
        var settings = BoostingSettings()
        settings.rounds = 80
        settings.depth = 4
        return settings
    }

    @Test func what_decides_is_learned() throws {
        let (known, new) = (sample(2_000, seed: 1), sample(500, seed: 2))
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings)
        let found = try trees.predict(new.matrix)
        let right = zip(found, new.labels).count { ($0 > 0.5) == ($1 > 0.5) }
        #expect(found.count == 500 && right > 475)
        #expect(found.allSatisfy { (0...1).contains($0) })
    }

    @Test func the_same_data_gives_the_same_trees_and_they_are_kept_whole() throws {
        let (known, new) = (sample(500, seed: 3), sample(100, seed: 4))
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings)
        var threaded = settings
        threaded.threads = 2
        let again = try BoostedTrees.grow(from: known.matrix, labels: known.labels, threaded)
        let said = try trees.predict(new.matrix)
        #expect(try again.predict(new.matrix) == said)
        let kept = try BoostedTrees(bytes: try trees.bytes(), width: 3)
        #expect(try kept.predict(new.matrix) == said && kept.rounds == 80)
    }

    @Test func growing_ends_where_it_helps_no_more_and_what_was_grown_since_is_cut_off() throws {
        var known = sample(300, seed: 5)
        // Every fourth answer is wrong, so that more trees learn mistakes.
        for place in stride(from: 0, to: 300, by: 4) { known.labels[place] = 1 - known.labels[place] }
        let held = sample(300, seed: 6)
        var settings = settings
        settings.rounds = 400
        settings.patience = 20
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, held: held, settings)
        #expect(trees.rounds < 200)
        var rounds = 0
        _ = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings) { done, _ in
            rounds = done
            return done < 7
        }
        #expect(rounds == 7)
    }

    @Test func what_each_number_contributes_adds_up_to_the_result() throws {
        let (known, new) = (sample(1_000, seed: 7), sample(50, seed: 8))
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings)
        let said = try trees.predict(new.matrix)
        for (probability, shares) in zip(said, try trees.contributions(new.matrix)) {
            let sum = Double(shares.reduce(0, +))
            #expect(shares.count == 4 && abs(1 / (1 + exp(-sum)) - Double(probability)) < 1e-4)
        }
    }

    @Test func a_direction_is_kept_and_what_is_not_known_is_no_number() throws {
        let known = sample(800, seed: 9)
        var settings = settings
        settings.directions = [1, 0, 0]
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings)
        var rising = FeatureMatrix(width: 3)
        for step in 0..<50 { rising.append([Float(step) / 50, 0.5, 0.5]) }
        let said = try trees.predict(rising)
        #expect(zip(said, said.dropFirst()).allSatisfy { $0 <= $1 })
        var odd = FeatureMatrix(width: 3)
        odd.append([.nan, .infinity, -.infinity])
        #expect(try trees.predict(odd).allSatisfy { (0...1).contains($0) })
    }

    @Test func what_makes_no_sense_is_refused_in_words() throws {
        let known = sample(10, seed: 10)
        #expect(throws: BoostingProblem.self) {
            try BoostedTrees.grow(from: known.matrix, labels: [1], BoostingSettings())
        }
        #expect(throws: BoostingProblem.self) {
            try BoostedTrees.grow(from: FeatureMatrix(width: 3), labels: [], BoostingSettings())
        }
        let trees = try BoostedTrees.grow(from: known.matrix, labels: known.labels, settings)
        #expect(throws: BoostingProblem.self) {
            var other = FeatureMatrix(width: 2)
            other.append([1, 2])
            _ = try trees.predict(other)
        }
        #expect(try trees.predict(FeatureMatrix(width: 3)).isEmpty)
        do {
            _ = try BoostedTrees(bytes: Array("no trees".utf8), width: 3)
            Issue.record("what is no model was read")
        } catch {
            #expect(!error.description.isEmpty && !error.description.contains("\n"))
        }
    }
}
