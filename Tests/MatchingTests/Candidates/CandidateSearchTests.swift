import Catalog
import TestSupport
import Testing

@testable import Matching

@Suite struct CandidateSearchTests {
    private func index(_ names: [String], sources: [Int32]? = nil) -> ListingIndex {
        var index = ListingIndex()
        for (number, name) in names.enumerated() {
            index.put(
                Int32(number), ListingReading(PairRecord([.name: name])), source: sources?[number] ?? Int32(number))
        }
        return index
    }

    private func found(_ name: String, among names: [String], least: Float = 0.5) -> [Int32] {
        var search = CandidateSearch()
        return search.candidates(
            of: ListingReading(PairRecord([.name: name])), source: nil, in: index(names),
            CandidateWish(least: least)
        ).map(\.number)
    }

    @Test(arguments: [1, 77, 2_026] as [UInt64])
    func the_index_finds_what_comparing_with_everything_finds(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let made = MadeUpListings(1_500, sources: 3, &random)
        let index = made.index
        var (search, report) = (CandidateSearch(), BlockingReport())
        for least in [0.5, 0.8] as [Float] {
            let wish = CandidateWish(least: least)
            for _ in 0..<150 {
                let number = Int32(random.below(made.listings.count))
                let candidates = search.candidates(of: number, in: index, wish)
                let wasCut = search.wasCut
                report.note(
                    candidates, expected: search.exhaustiveCandidates(of: number, in: index, wish), wasCut: wasCut)
                let own = made.listings[Int(number)]
                for (partner, other) in made.listings.enumerated()
                where other.thing == own.thing && other.source != own.source && least == 0.5 {
                    report.notePartner(isFound: candidates.contains { $0.number == Int32(partner) })
                }
            }
        }
        #expect(report.lookUps == 300 && report.cut == 0, "seed \(seed)")
        #expect((report.recall.value ?? 0) >= 0.995, "seed \(seed): \(report)")
        #expect((report.partnerRecall.value ?? 0) >= 0.98, "seed \(seed): \(report)")
    }

    @Test(arguments: [5, 90] as [UInt64])
    func no_candidate_is_of_the_same_source_unless_wished(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let made = MadeUpListings(300, sources: 4, &random)
        let index = made.index
        var search = CandidateSearch()
        var own = 0
        for number in made.listings.indices {
            for candidate in search.candidates(of: Int32(number), in: index) {
                #expect(index.source(of: candidate.number) != index.source(of: Int32(number)), "seed \(seed)")
            }
            own += search.candidates(of: Int32(number), in: index, CandidateWish(least: 0.3, includesOwnSource: true))
                .count { index.source(of: $0.number) == index.source(of: Int32(number)) }
        }
        #expect(own > 0, "seed \(seed)")
    }

    @Test func words_are_found_misspelt_cut_off_run_together_and_apart() {
        let names = ["Thornwick Larkhill Gin 700 ml", "Saddlegate Emberholt Rum 700 ml", "Old Vine Oaktree Shiraz"]
        #expect(found("Thronwick Larkhill Gin", among: names) == [0])
        #expect(found("Thornwik Larkhill Gin", among: names) == [0])
        #expect(found("Saddlegat Emberhol Rum", among: names) == [1])
        #expect(found("SaddlegateEmberholt Rum", among: names) == [1])
        #expect(found("Oldvine Oak Tree Shiraz", among: names) == [2])
        #expect(found("Nothing Of The Kind", among: names).isEmpty)
        #expect(found("", among: names).isEmpty && found("Thornwick", among: []).isEmpty)
    }

    @Test func what_contradicts_itself_is_no_candidate() {
        let name = "Thornwick Larkhill Single Malt 12 years 700 ml 40%"
        for other in [
            "Thornwick Larkhill Single Malt 12 years 350 ml 40%", "Thornwick Larkhill Single Malt 18 years 700 ml 40%",
            "Thornwick Larkhill Single Malt 12 years 700 ml 46%",
        ] { #expect(found(name, among: [other]).isEmpty, "\(other)") }
        #expect(found(name, among: ["THORNWICK LARKHILL SINGLE MALT 12YR 80PF 70CL"]) == [0])
        #expect(found("Larkhill Merlot 2019", among: ["Larkhill Merlot 2020", "Larkhill Merlot"]) == [1])
        #expect(
            found("Larkhill Ale 6pk 12oz cans", among: ["Larkhill Ale 12pk 12oz cans", "Larkhill Ale 4/6PK 12OZ CN"])
                == [1])
    }

    @Test func what_only_one_side_says_sets_apart() {
        let names = ["Larkhill Shiraz Bin 28 75 cl", "Larkhill Shiraz Reserve 75 cl", "Larkhill Shiraz 75 cl"]
        var search = CandidateSearch()
        let all = search.candidates(of: 2, in: index(names))
        #expect(all.map(\.number).sorted() == [0, 1] && all.allSatisfy(\.isApart) && all.allSatisfy { $0.score == 0 })
        #expect(search.candidates(of: 2, in: index(names), CandidateWish(includesApart: false)).isEmpty)
    }

    @Test func a_shared_code_needs_no_shared_word() {
        var index = ListingIndex()
        let code = "6400000000019"
        index.put(0, ListingReading(PairRecord([.name: "Larkhill Gin 700 ml", .code: code])), source: 0)
        index.put(1, ListingReading(PairRecord([.name: "Artikel 4711", .code: "06400000000019"])), source: 1)
        index.put(2, ListingReading(PairRecord([.name: "Larkhill Gin 350 ml", .code: code])), source: 2)
        var search = CandidateSearch()
        let found = search.candidates(of: 0, in: index)
        #expect(found.map(\.number) == [1] && found.allSatisfy { $0.sharesCode && $0.score == 0.95 })
    }

    @Test func a_name_everybody_has_is_read_within_bounds() {
        var index = ListingIndex()
        let reading = ListingReading(PairRecord([.name: "Larkhill Thornwick Gin"]))
        let count = CandidateSearch.mostRead + 5_000
        for number in 0..<count { index.put(Int32(number), reading, source: Int32(number % 2)) }
        var search = CandidateSearch()
        let found = search.candidates(of: 0, in: index)
        #expect(found.count == 50 && search.wasCut)
        #expect(search.compared <= CandidateSearch.mostCompared)
        #expect(index.wordCount == 3 && index.postingCount == 3 * count)
    }
}
