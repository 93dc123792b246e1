import Catalog
import Foundation
import Testing

@testable import Matching

/// What makes two records one thing is learned from pairs, the same way every time.
@Suite struct PairMatcherTests {
    private static let makers = [
        "Old Mill", "Quiet Harbour", "Stonefield", "Marlow", "Ardent", "Bluewater", "Kestrel", "Noble",
    ]
    private static let kinds = ["Gin", "Dry Gin", "Rum", "Spiced Rum", "Vodka", "Rye Whisky", "Brandy", "Aquavit"]
    private static let sizes = [375, 500, 700, 750, 1_000, 1_750]

    /// Bottles as two shops write them; of each maker and kind several sizes, which are different things.
    private static func set(_ seed: UInt64) -> PairSet {
        var random = SeededGenerator(seed: seed)
        var set = PairSet()
        var places: [(left: Int, right: Int, maker: Int, kind: Int)] = []
        for (maker, name) in makers.enumerated() {
            for (kind, word) in kinds.enumerated() {
                let year = 1_990 + random.int(0...30)
                for size in sizes.shuffled(using: &random).prefix(2) {
                    let price = Double(random.int(1_000...9_000)) / 100
                    let left = set.addLeft(
                        PairRecord([.name: "\(name) \(word) \(year)", .volume: "\(size)", .price: "\(price)"]),
                        id: "l\(places.count)")
                    let right = set.addRight(
                        PairRecord([
                            .name: "\(word.uppercased()) \(name.uppercased()) '\(year)' \(size) ML", .volume: "\(size)",
                            .price: "\(price * random.real(0.9, 1.1))",
                        ]), id: "r\(places.count)")
                    places.append((left, right, maker, kind))
                }
            }
        }
        for (one, place) in places.enumerated() {
            for (other, candidate) in places.enumerated()
            where one == other || place.maker == candidate.maker && (place.kind == candidate.kind || random.chance(40))
            {
                set.add(
                    LabelledPair(id: "\(one)-\(other)", left: place.left, right: candidate.right, isSame: one == other))
            }
        }
        return set
    }

    @Test func what_tells_things_apart_is_learned() throws {
        let set = Self.set(1)
        let table = PairTable(set)
        let known = set.pairs.filter { $0.left % 2 == 0 }
        let asked = set.pairs.filter { $0.left % 2 == 1 }
        let matcher = try PairMatcher.learn(from: [PairLesson(table, known)])
        let found = PairEvaluation(try matcher.scored(asked, in: table), threshold: matcher.threshold, draws: 10)
        #expect(found.f1.value > 0.9, "\(found)")
        #expect((found.bestIsRight.value ?? 0) > 0.9)
        // Every pair that was asked about was compared, and others beside them.
        #expect(table.count > set.pairs.count)
        // The result does not depend on threads, nor on being done again.
        let again = try PairMatcher.learn(from: [PairLesson(PairTable(set), known)], threads: 2)
        #expect(try again.probabilities(of: asked, in: table) == matcher.probabilities(of: asked, in: table))
        #expect(again.threshold == matcher.threshold)
    }

    @Test func a_kept_matcher_says_the_same_and_a_damaged_one_is_refused() throws {
        let set = Self.set(3)
        let table = PairTable(set)
        let matcher = try PairMatcher.learn(from: [PairLesson(table, set.pairs)], .compact)
        let kept = try matcher.kept()
        let read = try PairMatcher(kept: kept)
        #expect(
            try read.probabilities(of: set.pairs, in: table) == matcher.probabilities(of: set.pairs, in: table))
        #expect(read.threshold == matcher.threshold)
        for damaged in [[], Array(kept.prefix(kept.count / 2)), [0x1f, 0x8b] + Array(kept.reversed())] {
            #expect(throws: MatcherProblem.unreadable) { try PairMatcher(kept: damaged) }
        }
    }

    @Test func what_speaks_for_and_against_adds_up_to_the_probability() throws {
        let set = Self.set(4)
        let table = PairTable(set)
        let matcher = try PairMatcher.builtIn()
        let pairs = Array(set.pairs.prefix(40))
        let explained = try matcher.explained(pairs, in: table)
        let probabilities = try matcher.probabilities(of: pairs, in: table)
        for (one, probability) in zip(explained, probabilities) {
            #expect(one.explanation.probability == probability)
            let sum = one.explanation.parts.reduce(0) { $0 + $1.weight }
            // Parts that weigh nothing are left out.
            #expect(abs(1 / (1 + exp(-sum)) - probability) < 0.1, "\(one.explanation)")
            #expect(one.explanation.parts.first?.group == .start)
            for part in one.explanation.parts {
                let line = PairExplanation.Part(line: part.line)
                #expect(line?.group == part.group && abs((line?.weight ?? 9) - part.weight) < 0.001)
            }
        }
        #expect(PairExplanation.Part(line: "size") == nil && PairExplanation.Part(line: "nothing 1") == nil)
    }

    @Test func without_both_kinds_of_pairs_nothing_is_learned() {
        let set = Self.set(2)
        let table = PairTable(set)
        for pairs in [[], set.pairs.filter { $0.isSame == true }, set.pairs.filter { $0.isSame == false }] {
            #expect(throws: MatcherProblem.nothingToLearn) { try PairMatcher.learn(from: [PairLesson(table, pairs)]) }
        }
    }

    @Test func features_have_names_and_say_nothing_where_nothing_is_said() {
        var set = PairSet()
        let left = set.addLeft(PairRecord([.name: "Old Mill Gin 750 ml", .price: "20"]))
        let right = set.addRight(PairRecord([.name: "Gin OLD MILL"]))
        set.add(LabelledPair(id: "1", left: left, right: right, isSame: nil))
        let table = PairTable(set)
        #expect(Set(table.names).count == table.names.count && table.names.count > 150)
        func value(_ name: String) -> Float? { table.value(name, of: 0) }
        #expect(value("price")?.isNaN == true && value("vol")?.isNaN == true && value("dd")?.isNaN == true)
        #expect(value("tset") == 1 && (value("scmax") ?? 0) > 0.99)
    }

    @Test func a_set_of_nothing_is_a_table_of_nothing() {
        #expect(PairTable(PairSet()).count == 0)
    }
}
