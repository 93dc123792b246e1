import Testing

@testable import Scoring

@Suite struct PercentileTests {
    private static func document(
        _ within: FigureGroup = .category, least: Int = 3, direction: ScoreDirection = .higherIsBetter
    ) -> FigureDocument {
        FigureSamples.document(components: [
            FigureSamples.component("one", direction: direction, normaliser: .percentile(within: within, least: least))
        ])
    }

    private static func rows(_ figures: [Double], _ category: String?, prefix: String = "") -> [FigureRow] {
        figures.enumerated().map { FigureSamples.row("\(prefix)\($0.offset)", category, ["a": $0.element]) }
    }

    @Test func ties_share_the_middle_of_their_ranks() throws {
        let scores = try Self.document().scores(Self.rows([1, 2, 2, 2, 9], "mugs"))
        #expect(scores.subjects.map(\.score) == [10, 50, 50, 50, 90])
        #expect(scores["0"]?["one"]?.outcome.measurement?.peers == FigurePeers(within: .category, count: 5))
    }

    @Test func all_equal_is_50() throws {
        #expect(try Self.document().scores(Self.rows([4, 4, 4, 4], "mugs")).subjects.allSatisfy { $0.score == 50 })
    }

    @Test func one_alone_is_50() throws {
        #expect(try Self.document(least: 1).scores(Self.rows([4], "mugs"))["0"]?.score == 50)
        #expect(try Self.document(least: 5).scores(Self.rows([4], nil))["0"]?.score == 50)
    }

    @Test func lower_is_better_turns_the_rank_round() throws {
        let scores = try Self.document(direction: .lowerIsBetter).scores(Self.rows([1, 2, 2, 2, 9], "mugs"))
        #expect(scores.subjects.map(\.score) == [90, 50, 50, 50, 10])
    }

    @Test func a_category_is_ranked_by_itself() throws {
        let rows = Self.rows([1, 2, 3], "mugs", prefix: "m") + Self.rows([100, 200, 300], "hats", prefix: "h")
        let scores = try Self.document().scores(rows)
        #expect(isNear(scores["m2"]?.score, 100 * 2.5 / 3))
        #expect(isNear(scores["h0"]?.score, 100 * 0.5 / 3))
    }

    @Test func a_small_category_is_ranked_among_all() throws {
        let rows = Self.rows([1, 2, 3], "mugs", prefix: "m") + Self.rows([2], "hats", prefix: "h")
        let scores = try Self.document().scores(rows)
        #expect(scores["h0"]?.score == 50)
        #expect(scores["h0"]?["one"]?.outcome.measurement?.peers == FigurePeers(within: .all, count: 4))
        #expect(scores["m0"]?["one"]?.outcome.measurement?.peers == FigurePeers(within: .category, count: 3))
    }

    @Test func only_those_with_a_figure_make_a_category_large_enough() throws {
        let rows = Self.rows([1, 2], "mugs", prefix: "m") + [FigureSamples.row("m9", "mugs", ["b": 1])]
        let scores = try Self.document().scores(rows)
        #expect(scores["m0"]?["one"]?.outcome.measurement?.peers == FigurePeers(within: .all, count: 2))
        #expect(scores["m9"]?.score == nil)
    }

    @Test func without_a_category_it_is_all() throws {
        let rows = Self.rows([1, 2, 3], nil, prefix: "n") + Self.rows([4, 5, 6], "mugs", prefix: "m")
        let scores = try Self.document().scores(rows)
        #expect(scores["n0"]?["one"]?.outcome.measurement?.peers == FigurePeers(within: .all, count: 6))
    }

    @Test func a_rank_among_all_does_not_look_at_categories() throws {
        let rows = Self.rows([1, 2, 3], "mugs", prefix: "m") + Self.rows([4, 5, 6], "hats", prefix: "h")
        #expect(isNear(try Self.document(.all).scores(rows)["h2"]?.score, 100 * 5.5 / 6))
    }
}
