import Testing

@testable import Matching

/// The first rule: a shared GTIN. Names are invented.
@Suite struct CodeRuleTests {
    let shared = "4006381333931"

    @Test func a_shared_code_matches_whatever_the_names_say() throws {
        let index = index([product(7, listing("Larkhill Amber Ale", gtin: shared))])
        let match = try #require(index.decide(listing("LRKHL AMB", gtin: shared)).match)
        #expect(match.product == 7 && match.rule == .gtin && match.confidence < 0.99)
        #expect(match.features.first == MatchFeature("gtin", "04006381333931 on both sides"))
        let sure = try #require(index.decide(listing("Larkhill Ale Amber", gtin: shared)).match)
        #expect(sure.confidence > 0.99)
    }

    @Test func unknown_facts_block_nothing() {
        let index = index([product(7, listing("Larkhill Red", gtin: shared, vintage: 2019, age: 3))])
        #expect(index.decide(listing("Larkhill Red", ml: nil, gtin: shared)).match?.product == 7)
    }

    @Test func size_vintage_and_age_block_a_shared_code() {
        let index = index([product(7, listing("Larkhill Red", gtin: shared, vintage: 2019, age: 12))])
        let size = index.decide(listing("Larkhill Red", ml: 375, gtin: shared))
        #expect(size.reason == .sharedCodeBlocked(.size) && size.nearest == 7)
        #expect(
            index.decide(listing("Larkhill Red", gtin: shared, vintage: 2020)).reason == .sharedCodeBlocked(.vintage))
        #expect(index.decide(listing("Larkhill Red", gtin: shared, age: 18)).reason == .sharedCodeBlocked(.age))
    }

    @Test func a_vintage_of_two_digits_and_a_gift_set_block_a_shared_code() {
        let wine = index([product(7, listing("Larkhill Red", gtin: shared, vintage: 2019))])
        #expect(wine.decide(listing("LARKHILL RED 17", gtin: shared)).reason == .sharedCodeBlocked(.vintage))
        #expect(wine.decide(listing("LARKHILL RED 19", gtin: shared)).match != nil)
        #expect(wine.decide(listing("LARKHILL RED 60", gtin: shared)).match != nil, "a number that is no vintage")
        let malt = index([product(7, listing("Larkhill Malt", gtin: shared, vintage: 2015, category: "spirits.whisky"))]
        )
        #expect(
            malt.decide(listing("LARKHILL MALT 12", gtin: shared, category: "spirits.whisky")).match != nil, "an age")
        let gin = index([product(7, listing("Larkhill Gin", gtin: shared))])
        #expect(gin.decide(listing("Larkhill Gin Gift Set", gtin: shared)).reason == .sharedCodeBlocked(.category))
    }

    @Test func sizes_within_rounding_are_one_size() {
        let index = index([product(7, listing("Larkhill Amber Ale", ml: 355, gtin: shared))])
        #expect(index.decide(listing("Larkhill Amber Ale", ml: 354, gtin: shared)).match?.product == 7)
    }

    @Test func strength_does_not_block_a_shared_code() {
        let index = index([product(7, listing("Larkhill Red", gtin: shared, strength: 1_300))])
        #expect(index.decide(listing("Larkhill Red", gtin: shared, strength: 1_450)).match?.product == 7)
    }

    @Test func of_several_products_with_the_code_the_nearest_name_then_the_smallest_id_is_taken() {
        let names = [(9, "Larkhill Amber Ale"), (8, "Larkhill Dark Ale"), (5, "Larkhill Dark Ale")]
        let index = index(names.map { product($0.0, listing($0.1, gtin: shared)) })
        #expect(index.decide(listing("Larkhill Amber Ale", gtin: shared)).match?.product == 9)
        #expect(index.decide(listing("Larkhill Dark Ale", gtin: shared)).match?.product == 5)
    }

    @Test func a_code_used_again_for_the_next_vintage_falls_to_the_name() {
        let index = index([
            product(1, listing("Larkhill Estate Merlot 2018", gtin: shared, vintage: 2018)),
            product(2, listing("Larkhill Estate Merlot 2019", vintage: 2019)),
        ])
        let match = index.decide(listing("Merlot - Larkhill Estate", gtin: shared, vintage: 2019)).match
        #expect(match?.product == 2 && match?.rule == .nameAndSize)
    }

    @Test func a_replaced_product_is_no_longer_found_by_its_old_code() {
        var index = index([product(7, listing("Larkhill Red", gtin: shared))])
        index.put(product(7, listing("Otherby White")))
        #expect(index.count == 1)
        #expect(index.decide(listing("Zzyzx", gtin: shared)).reason == .noCandidate)
    }

    @Test func a_seller_that_lists_a_code_twice_means_two_things_unless_the_names_agree() {
        var index = index([product(7, listing("Larkhill Cellar Merlot", gtin: shared))])
        index.attach(listing("Larkhill Cellar Merlot", id: 44, gtin: shared), to: 7)
        #expect(index.decide(listing("Larkhill Merlot Magnum", gtin: shared)).match == nil)
        #expect(index.decide(listing("Larkhill Cellar Merlot", gtin: shared)).match?.product == 7)
        #expect(index.decide(listing("Larkhill Merlot Magnum", source: "east", gtin: shared)).match?.product == 7)
    }

    @Test func an_attached_listing_teaches_its_code_and_name() {
        var index = index([product(7, listing("Larkhill Red"))])
        index.attach(listing("Rouge de Larkhill Grandville", id: 44, gtin: shared), to: 7)
        #expect(index.decide(listing("Something Else", source: "east", gtin: shared)).match?.product == 7)
        #expect(index.product(7)?.names == ["Larkhill Red", "Rouge de Larkhill Grandville"])
        #expect(index.decide(listing("Larkhill Grandville Rouge", id: 45, source: "east")).match?.product == 7)
    }
}
