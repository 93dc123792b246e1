import Scoring
import Testing

@Suite struct MissingFigureTests {
    private static func document(_ rule: FigureMissingRule) -> FigureDocument {
        FigureSamples.document(components: [
            FigureSamples.component("first", of: "a", weight: 0.5),
            FigureSamples.component("second", of: "b", weight: 0.3),
            FigureSamples.component("third", of: "c", weight: 0.2, missing: rule),
        ])
    }

    @Test func the_weight_is_shared_in_proportion_and_told() throws {
        let score = try #require(
            try Self.document(.share).scores([FigureSamples.row("mug", ["a": 80, "b": 40])])["mug"])
        #expect(isNear(score.score, (0.5 * 80 + 0.3 * 40) / 0.8))
        #expect(score.completeness == 0.8)
        #expect(score.sharesMissingWeight)
        #expect(score.refusedFor.isEmpty)
        #expect(isNear(score["first"]?.appliedWeight, 0.625))
        #expect(isNear(score["first"]?.points, 50))
        let third = try #require(score["third"])
        #expect(third.outcome == .missing(.noFigure(input: "c")))
        #expect(third.weight == 0.2 && third.appliedWeight == 0 && third.points == 0)
        #expect(third.outcome.missingReason?.sentence { _ in "Clicks" } == "“Clicks” is not given")
    }

    @Test func there_is_no_score_without_what_is_refused_without() throws {
        let score = try #require(
            try Self.document(.refuse).scores([FigureSamples.row("mug", ["a": 80, "b": 40])])["mug"])
        #expect(score.score == nil && score.tier == nil && score.momentum == nil)
        #expect(score.refusedFor == ["third"])
        #expect(!score.sharesMissingWeight)
        #expect(score.completeness == 0.8)
        #expect(score.value("first") == 80)
        #expect(score.components.allSatisfy { $0.appliedWeight == 0 && $0.points == 0 })
    }

    @Test func nothing_measured_is_no_score() throws {
        let score = try #require(try Self.document(.share).scores([FigureSamples.row("mug", [:])])["mug"])
        #expect(score.score == nil && score.completeness == 0 && !score.sharesMissingWeight)
    }

    @Test func only_what_has_no_weight_measured_is_no_score() throws {
        let document = FigureSamples.document(components: [
            FigureSamples.component("first", of: "a", weight: 1), FigureSamples.component("second", of: "b", weight: 0),
        ])
        #expect(try document.scores([FigureSamples.row("mug", ["b": 3])])["mug"]?.score == nil)
        let full = try #require(try document.scores([FigureSamples.row("mug", ["a": 3])])["mug"])
        // What is missing has no weight to share.
        #expect(full.score == 3 && !full.sharesMissingWeight)
    }

    @Test func values_that_are_no_figures_are_missing_and_counted() throws {
        let document = FigureSamples.document(
            inputs: [FigureSamples.input("a", from: 0, to: 5), FigureSamples.input("b")],
            components: [
                FigureSamples.component("first", of: "a", weight: 0.5),
                FigureSamples.component("second", of: "b", weight: 0.5),
            ])
        let scores = try document.scores([
            FigureSamples.row("m1", ["a": 5, "b": .nan]), FigureSamples.row("m2", ["a": 5.1, "b": .infinity]),
            FigureSamples.row("m3", ["a": -0.1, "b": 7]),
            FigureSamples.row("m4", ["a": 0, "b": -.infinity, "other": .nan]),
            // Later than the day asked about, and counted all the same.
            FigureSamples.row("m4", day: 3, ["a": .nan]),
        ])
        #expect(scores.unusableValues == ["a": 3, "b": 3])
        #expect(scores["m1"]?["second"]?.outcome == .missing(.unusableFigure(input: "b")))
        #expect(scores["m2"]?.score == nil)
        #expect(scores["m3"]?.score == 7)
        #expect(scores["m4"]?.score == 0)
    }

    @Test func figures_beyond_all_numbers_are_missing() throws {
        let document = FigureSamples.document(components: [
            FigureSamples.component("one", terms: [FigureTerm(input: "a", times: 1e308)])
        ])
        #expect(
            try document.scores([FigureSamples.row("mug", ["a": 10])])["mug"]?["one"]?.outcome == .missing(.tooLarge))
    }

    @Test func all_measured_is_exactly_complete() throws {
        // Ten tenths sum to a little less than 1.
        let document = FigureSamples.document(
            components: (0..<10).map { FigureSamples.component("c\($0)", weight: 0.1) })
        let score = try #require(try document.scores([FigureSamples.row("mug", ["a": 60])])["mug"])
        #expect(score.completeness == 1)
        #expect(isNear(score.score, 60))
    }
}
