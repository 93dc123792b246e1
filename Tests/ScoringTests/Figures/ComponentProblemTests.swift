import Scoring
import Testing

@Suite struct ComponentProblemTests {
    private static func problems(_ components: FigureComponent..., season: String? = nil) -> [FigureProblem] {
        FigureSamples.document(components: components, season: season.map(FigureSeason.init)).problems
    }

    private static let one = FigureSamples.component("one")

    @Test func parts_that_are_not_there() {
        #expect(FigureSamples.document(components: []).problems == [.noComponents])
        #expect(Self.problems(FigureSamples.component("one", terms: [])) == [.noTerms(component: "one")])
    }

    @Test func measures_and_formulas() {
        #expect(
            Self.problems(FigureSamples.component("one", weight: 0.5), FigureSamples.measured(.media, weight: 0.5))
                == [.mixesMeasuresAndFormulas])
        let media = FigureSamples.measured(.media, weight: 0.5)
        #expect(Self.problems(media, media) == [.duplicateName(.component("media")), .repeatedMeasure(.media)])
        #expect(
            Self.problems(FigureSamples.measured(.media, normaliser: .percentile(within: .all, least: 1)))
                == [.measureNotClamped(component: "media")])
        func component(_ formula: FigureFormula?, _ measure: ScoreComponent?) -> FigureComponent {
            FigureComponent(
                name: "one", title: "One", summary: "One.", direction: .higherIsBetter, formula: formula,
                measure: measure, normaliser: .clamp, weight: 1, seasonal: false, missing: .share)
        }
        #expect(Self.problems(component(nil, nil)) == [.neitherFormulaNorMeasure(component: "one")])
        #expect(Self.problems(component(Self.one.formula, .media)) == [.bothFormulaAndMeasure(component: "one")])
    }

    @Test func numbers_that_are_none() {
        #expect(
            Self.problems(
                FigureSamples.component("one", terms: [FigureTerm(input: "a", times: .nan)], plus: .infinity))
                == [.timesNotFinite(input: "a", component: "one"), .plusNotFinite(component: "one")])
        #expect(
            Self.problems(FigureSamples.component("one", normaliser: .percentile(within: .all, least: 0)))
                == [.leastTooSmall(0, component: "one")])
    }

    @Test func weights() {
        #expect(
            Self.problems(FigureSamples.component("one", weight: -0.5), FigureSamples.component("two", weight: 1.5))
                == [.weightOutOfRange(-0.5, component: "one")])
        #expect(Self.problems(FigureSamples.component("one", weight: .infinity)).count == 1)
        #expect(Self.problems(FigureSamples.component("one", weight: 0.75)) == [.weightsDoNotSumToOne(0.75)])
        #expect(Self.problems(FigureSamples.component("one", weight: 1 + 1e-8)).count == 1)
        #expect(Self.problems(FigureSamples.component("one", weight: 1 + 1e-10)).isEmpty)
    }
}
