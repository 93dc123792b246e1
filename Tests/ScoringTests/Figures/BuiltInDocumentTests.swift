import Foundation
import Scoring
import Testing

@Suite struct BuiltInDocumentTests {
    @Test(arguments: BuiltInDocuments.names) func every_document_is_sound_and_named_as_its_file(_ name: String) throws {
        let document = try BuiltInDocuments.read(name)
        #expect(document.name == name)
        #expect(document.problems.isEmpty)
        #expect(document.tiers == FigureSamples.tiers)
        #expect(document.periodDays == 7)
    }

    @Test(arguments: BuiltInDocuments.names) func writing_and_reading_gives_the_same(_ name: String) throws {
        let document = try BuiltInDocuments.read(name)
        #expect(try FigureDocument.read(JSONEncoder().encode(document)) == document)
    }

    @Test func a_name_that_is_none_is_told_with_those_there_are() {
        let refusal = #expect(throws: FigureRefusal.self) { try FigureDocument.builtIn(named: "../abv-v1") }
        #expect(refusal?.description.contains("There are: abv-v1, pod-v1, pod-v2.") == true)
    }

    @Test func the_document_of_products_is_the_profile_they_are_scored_by() throws {
        let (document, profile) = (try BuiltInDocuments.read("abv-v1"), ScoreProfile.abvV1)
        #expect(document.name == profile.name && document.periodDays == profile.periodDays)
        #expect(document.components.map { profile.weights[$0.measure ?? .media] } == document.components.map(\.weight))
        #expect(document.components.map(\.measure) == ScoreComponent.allCases && document.isMeasured)
        #expect(document.components.map(\.weight) == [0.25, 0.25, 0.15, 0.20, 0.15])
        #expect(try document.tiers.cutOffs == profile.cutOffs)
    }

    @Test func abv_v1_scores_no_table() throws {
        let document = try BuiltInDocuments.read("abv-v1")
        let refusal = #expect(throws: FigureRefusal.measured(name: "abv-v1")) { try FigureScorer(document) }
        #expect(
            refusal?.description
                == "The profile “abv-v1” is measured from signals by the program; a table cannot be scored by it.")
    }

    @Test func pod_v2_ranks_grows_and_knows_seasons() throws {
        let document = try BuiltInDocuments.read("pod-v2")
        #expect(document.components.allSatisfy { $0.normaliser == .percentile(within: .category, least: 5) })
        #expect(document.components.map(\.seasonal) == [true, true, false, false])
        #expect(document.components.map(\.weight) == [0.25, 0.25, 0.25, 0.25])
        #expect(document.components[1].formula?.terms == [FigureTerm(input: "review_count", times: 1, perWeek: true)])
        #expect(document.components[1].missing == .share)
        #expect(document.season?.input == "season_factor")
    }

    @Test func pod_v2_by_hand() throws {
        // Six of a category; reviews, new reviews in a week, offers and price all rise from a to f.
        let rows = "abcdef".enumerated().flatMap { place, letter in
            let step = Double(place)
            let then = ["review_count": 100 * step, "rating": 4, "product_count": 10 * step, "price": 20 + step]
            var now = then
            now["review_count"] = 100 * step + 7 * step
            return [
                FigureSamples.row(String(letter), "mugs", day: 0, then),
                FigureSamples.row(String(letter), "mugs", day: 7, now),
            ]
        }
        let scores = try BuiltInDocuments.read("pod-v2").scores(rows, asOf: 7)
        let last = try #require(scores["f"])
        let top = 100 * 5.5 / 6
        #expect(isNear(last.value("demand"), top))
        #expect(isNear(last.value("growth"), top))
        #expect(last["growth"]?.outcome.measurement?.figure == 35)
        #expect(isNear(last.value("competition"), 100 - top))
        #expect(isNear(last.value("profitability"), top))
        #expect(isNear(last.score, (3 * top + 100 - top) / 4))
        #expect(last.seasonIsUnknown)
        // A week ago there was no week before, so growth was not measured.
        #expect(last.momentum != nil && !last.momentumIsComparable)
    }
}
