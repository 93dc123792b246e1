import Scoring
import Testing

@Suite struct ProblemTests {
    private static func problems(_ components: FigureComponent..., season: String? = nil) -> [FigureProblem] {
        FigureSamples.document(components: components, season: season.map(FigureSeason.init)).problems
    }

    private static let one = FigureSamples.component("one")

    @Test func a_sound_document_has_none() {
        #expect(Self.problems(Self.one).isEmpty)
        #expect(Self.problems(FigureSamples.measured(.media)).isEmpty)
    }

    @Test(arguments: ["", "pod", "pod-1", "pod-v", "-v1", "pod-vx", "pod v-v1", "pöd-v1", "pod-v1-", "pod_a-v1"])
    func names_without_a_version_are_refused(_ name: String) {
        #expect(FigureSamples.document(name: name, components: [Self.one]).problems == [.malformedName(name)])
    }

    @Test(arguments: ["pod-v1", "POD-2-v12", "a-v0"]) func names_with_a_version_are_taken(_ name: String) {
        #expect(FigureSamples.document(name: name, components: [Self.one]).problems.isEmpty)
    }

    @Test func empty_texts() {
        #expect(
            FigureSamples.document(title: " ", source: "", components: [Self.one]).problems
                == [.emptyText(.title, of: .profile), .emptyText(.source, of: .profile)])
        #expect(
            Self.problems(FigureSamples.component("one", title: "", summary: "\n"))
                == [.emptyText(.title, of: .component("one")), .emptyText(.summary, of: .component("one"))])
        #expect(Self.problems(FigureSamples.component("")) == [.emptyText(.name, of: .component(""))])
        let input = FigureSamples.input("", title: "")
        #expect(
            FigureSamples.document(inputs: [input], components: [FigureSamples.component("one", of: "")]).problems
                == [.emptyText(.name, of: .input("")), .emptyText(.title, of: .input(""))])
    }

    @Test(arguments: [0, -1, 367]) func a_period_out_of_range(_ days: Int) {
        #expect(FigureSamples.document(periodDays: days, components: [Self.one]).problems == [.periodOutOfRange(days)])
    }

    @Test(arguments: [1, 366]) func the_ends_of_the_period(_ days: Int) {
        #expect(FigureSamples.document(periodDays: days, components: [Self.one]).problems.isEmpty)
    }

    @Test func duplicate_names() {
        let half = FigureSamples.component("one", weight: 0.5)
        #expect(Self.problems(half, half) == [.duplicateName(.component("one"))])
        let inputs = [FigureSamples.input("a"), FigureSamples.input("a"), FigureSamples.input("a")]
        #expect(
            FigureSamples.document(inputs: inputs, components: [Self.one]).problems == [.duplicateName(.input("a"))])
    }

    @Test(arguments: [(2.0, 1.0), (.nan, 1), (0, .infinity)]) func bounds_out_of_order(_ low: Double, _ high: Double) {
        let inputs = [FigureSamples.input("a", from: low, to: high)]
        #expect(
            FigureSamples.document(inputs: inputs, components: [Self.one]).problems == [.boundsOutOfOrder(input: "a")])
    }

    @Test func inputs_unknown_and_unused() {
        #expect(
            FigureSamples.document(inputs: [FigureSamples.input("b")], components: [Self.one]).problems
                == [.unusedInput("b"), .unknownInput("a", component: "one")])
    }

    @Test func seasons() {
        #expect(
            FigureSamples.document(
                inputs: [FigureSamples.input("a")], components: [Self.one], season: FigureSeason(input: "s")
            ).problems == [.unknownSeasonInput("s")])
        #expect(
            Self.problems(FigureSamples.component("one", seasonal: true)) == [.seasonalWithoutSeason(component: "one")])
        #expect(Self.problems(FigureSamples.measured(.media), season: "s") == [.seasonWithMeasures])
        #expect(Self.problems(Self.one, season: "s").isEmpty)
    }

    @Test(arguments: [
        (101.0, 75.0, 55.0, 35.0), (90, 90, 55, 35), (90, 75, 80, 35), (90, 75, 55, -1), (.nan, 75, 55, 35),
    ])
    func cut_offs_out_of_order(_ viral: Double, _ trending: Double, _ emerging: Double, _ declining: Double) {
        let tiers = FigureTiers(
            viral: viral, trending: trending, emerging: emerging, declining: declining, steadyBand: 1)
        #expect(FigureSamples.document(components: [Self.one], tiers: tiers).problems == [.tiers(.cutOffsOutOfOrder)])
    }

    @Test(arguments: [-1.0, 101]) func a_steady_band_out_of_range(_ band: Double) {
        let tiers = FigureTiers(viral: 90, trending: 75, emerging: 55, declining: 35, steadyBand: band)
        #expect(
            FigureSamples.document(components: [Self.one], tiers: tiers).problems == [
                .tiers(.steadyBandOutOfRange(band))
            ])
    }

    @Test func all_are_listed_and_each_is_a_sentence() {
        let document = FigureSamples.document(
            name: "x", title: "", periodDays: 0,
            inputs: [FigureSamples.input("b"), FigureSamples.input("b", from: 2, to: 1)],
            components: [
                FigureSamples.component("one", plus: .nan, weight: -1, seasonal: true),
                FigureSamples.component("one", terms: []),
                FigureSamples.measured(.media, normaliser: .percentile(within: .all, least: 0)),
            ], tiers: FigureTiers(viral: 1, trending: 2, emerging: 3, declining: 4, steadyBand: 101))
        let problems = document.problems
        #expect(Set(problems).count == problems.count)
        #expect(problems.count == 17)
        for problem in problems {
            #expect(problem.description.hasSuffix(".") && problem.description.first?.isUppercase == true)
        }
    }
}
