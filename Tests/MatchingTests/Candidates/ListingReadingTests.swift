import Catalog
import Testing

@testable import Matching

@Suite struct ListingReadingTests {
    private func read(_ name: String, _ more: [FieldRole: String] = [:]) -> ListingReading {
        ListingReading(PairRecord(more.merging([.name: name]) { $1 }))
    }

    @Test(arguments: [
        "Thornwick Small Batch Bourbon Bottle (750 ml)", "THORNWICK SMALL BATCH BOURBON 12B 750M",
        "THORNWICK SM BATCH BBN 90.4 750ML", "Thornwick Small-Batch Bourbon 6/75cl",
        "thornwick small batch bourbon 0,75 l",
        "THORNWICK SMALL BATCH BOURBON 12X750ML", "Thornwick Small Batch Bourbon 750ML 12/CS",
    ])
    func ways_to_write_a_drink_are_read_alike(name: String) {
        let reading = read(name)
        #expect(reading.words.map(\.text) == ["thornwick", "small", "batch", "bourbon"], "\(name)")
        #expect(reading.facts.millilitres == 750, "\(name)")
    }

    @Test func numbers_are_taken_for_what_they_state() {
        let malt = read("Glenquarrie Single Malt 12 Year 86PF 700ML 6/CS")
        #expect(malt.facts.ageYears == 12 && malt.facts.strengthBasisPoints == 4_300 && malt.facts.unitsPerCase == 6)
        #expect(read("Bréval Merlot 2021 13.5 % 750 ml").facts.strengthBasisPoints == 1_350)
        #expect(read("Bréval Merlot 2021 750ml").facts.vintage == 2_021)
        let cans = read("NINTH BUOY IPA 4/6PK 12Z CN")
        #expect(cans.bundled == 6 && cans.facts.millilitres == 355 && cans.filling == .can)
        #expect(read("Penfolds Bin 28").words.map(\.hundredths) == [-1, -1, 2_800])
        #expect(read("Disk 2 TB").words.map(\.text) == read("disk 2000GB").words.map(\.text))
    }

    @Test func columns_say_more_than_names() {
        let reading = read(
            "Merlot",
            [
                .brand: "Château Bréval", .size: "0,75 l", .vintage: "2019", .strength: "13.5", .code: "6400000000019",
            ])
        #expect(reading.facts.millilitres == 750 && reading.facts.vintage == 2_019)
        #expect(reading.facts.strengthBasisPoints == 1_350 && reading.gtin?.text == "06400000000019")
        #expect(reading.words.filter(\.isOptional).map(\.text) == ["chateau", "breval"])
        #expect(
            read("x", [.code: "6400000000018"]).gtin == nil && read("x", [.volume: "much"]).facts.millilitres == nil)
    }
}
