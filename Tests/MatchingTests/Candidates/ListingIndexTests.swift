import TestSupport
import Testing

@testable import Matching

/// An index that was changed many times is the one that is made of what is left.
@Suite struct ListingIndexTests {
    @Test(arguments: [2, 31, 404, 20_260_611] as [UInt64])
    func changed_step_by_step_it_answers_as_if_built_anew(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let made = MadeUpListings(250, sources: 3, &random)
        var index = ListingIndex()
        var present: [Int32: MadeUpListings.Listing] = [:]
        for step in 0..<6_000 {
            let number = Int32(random.below(400))
            if random.chance(0.4) {
                index.remove(number)
                present[number] = nil
            } else {
                let listing = made.listings[random.below(made.listings.count)]
                index.put(number, MadeUpListings.reading(listing), source: listing.source)
                present[number] = listing
            }
            guard step % 1_500 == 1_499 else { continue }
            var fresh = ListingIndex()
            for (number, listing) in present.sorted(by: { $0.key < $1.key }) {
                fresh.put(number, MadeUpListings.reading(listing), source: listing.source)
            }
            #expect(index.count == fresh.count && index.postingCount == fresh.postingCount, "seed \(seed)")
            var (one, other) = (CandidateSearch(), CandidateSearch())
            for number in 0..<Int32(400) {
                let wish = CandidateWish(least: 0.4, includesOwnSource: number % 2 == 0)
                #expect(index.contains(number) == fresh.contains(number), "seed \(seed)")
                #expect(
                    one.candidates(of: number, in: index, wish) == other.candidates(of: number, in: fresh, wish),
                    "seed \(seed), step \(step), listing \(number)")
            }
        }
    }

    @Test func what_has_been_taken_out_leaves_nothing_behind() {
        var index = ListingIndex()
        for round in 0..<60 {
            for number in 0..<Int32(200) {
                let name = "Round \(round) thing \(number) of brand\(round)x\(number)"
                index.put(number, ListingReading(PairRecord([.name: name])), source: 0)
            }
        }
        #expect(index.count == 200)
        // 12,000 listings have been there, each with a word of its own.
        #expect(index.wordCount < 6_000, "\(index.wordCount)")
        for number in 0..<Int32(200) { index.remove(number) }
        #expect(index.count == 0 && index.postingCount == 0)
        index.remove(5)
        index.remove(9_999)
        #expect(index.count == 0)
    }

    @Test func a_name_of_any_length_takes_bounded_room() {
        var index = ListingIndex()
        let words = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
        index.put(0, ListingReading(PairRecord([.name: words, .brand: words])), source: 0)
        #expect(index.postingCount <= ListingReading.mostWords + ListingReading.mostBrandWords)
    }
}
