import Testing

@testable import Scoring

@Suite struct SeasonTests {
    private static let document = FigureSamples.document(
        components: [
            FigureSamples.component("demand", of: "a", weight: 0.5, seasonal: true),
            FigureSamples.component("price", of: "b", weight: 0.5),
        ], season: FigureSeason(input: "season"))

    @Test func seasonal_figures_are_divided_and_the_factor_is_told() throws {
        let scores = try Self.document.scores([FigureSamples.row("mug", ["a": 60, "b": 40, "season": 1.5])])
        let score = try #require(scores["mug"])
        #expect(score.seasonFactor == 1.5 && !score.seasonIsUnknown)
        #expect(
            score["demand"]?.outcome
                == .measured(FigureMeasurement(figure: 60, adjusted: 40, value: 40, peers: nil)))
        #expect(
            score["price"]?.outcome == .measured(FigureMeasurement(figure: 40, adjusted: 40, value: 40, peers: nil)))
        #expect(score.score == 40)
    }

    @Test func it_is_divided_before_it_is_held_to_100() throws {
        let scores = try Self.document.scores([FigureSamples.row("mug", ["a": 160, "b": 40, "season": 2])])
        #expect(scores["mug"]?.value("demand") == 80)
    }

    @Test func an_unknown_factor_is_1_and_told() throws {
        let score = try #require(try Self.document.scores([FigureSamples.row("mug", ["a": 60, "b": 40])])["mug"])
        #expect(score.seasonFactor == nil && score.seasonIsUnknown)
        #expect(score.value("demand") == 60)
        #expect(score.completeness == 1)
    }

    @Test(arguments: [0, -1, .nan, .infinity]) func only_above_0_it_is_a_factor(_ factor: Double) throws {
        let scores = try Self.document.scores([FigureSamples.row("mug", ["a": 60, "b": 40, "season": factor])])
        #expect(scores["mug"]?.seasonIsUnknown == true)
        #expect(scores.unusableValues == ["season": 1])
    }

    @Test func a_factor_too_small_to_divide_by_leaves_no_figure() throws {
        let scores = try Self.document.scores([
            FigureSamples.row("mug", ["a": 60, "b": 40, "season": .leastNonzeroMagnitude])
        ])
        #expect(scores["mug"]?["demand"]?.outcome == .missing(.tooLarge))
    }

    @Test func with_and_without_a_factor_is_not_comparable() throws {
        let rows = [
            FigureSamples.row("mug", day: 0, ["a": 60, "b": 40]),
            FigureSamples.row("mug", day: 7, ["a": 60, "b": 40, "season": 2]),
        ]
        let score = try #require(try Self.document.scores(rows, asOf: 7)["mug"])
        #expect(score.momentum == -15)
        #expect(!score.momentumIsComparable)
    }

    @Test func ranks_are_of_the_divided_figures() throws {
        let document = FigureSamples.document(
            components: [
                FigureSamples.component("demand", normaliser: .percentile(within: .all, least: 1), seasonal: true)
            ], season: FigureSeason(input: "season"))
        let scores = try document.scores([
            FigureSamples.row("m1", ["a": 60, "season": 2]), FigureSamples.row("m2", ["a": 40, "season": 1]),
        ])
        #expect(scores["m1"]?.score == 25 && scores["m2"]?.score == 75)
    }
}
