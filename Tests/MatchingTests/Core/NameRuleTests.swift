import Testing

@testable import Matching

/// The second rule: brand, name and size. Names are invented.
@Suite struct NameRuleTests {
    let base = listing("Thornbury Old Vine Shiraz 2018", vintage: 2018, strength: 1_400, category: "wine.red")

    func decide(_ candidate: ListingIdentity<Int>, against known: ListingIdentity<Int>? = nil) -> MatchDecision<Int> {
        index([product(7, known ?? base)]).decide(candidate)
    }

    @Test(arguments: [
        "SHIRAZ - THORNBURY OLD VINE 2018", "Thornbury Syrah Old Vines 750ml", "Thörnbury Öld Vine Shiraz, 75 cl",
        "Thornbury Winery Old Vine Shiraz", "Thornbery Old Vine Shiraz",
    ])
    func order_accents_sizes_and_spelling_do_not_matter(name: String) throws {
        let match = try #require(decide(listing(name, vintage: 2018)).match)
        #expect(match.product == 7 && match.rule == .nameAndSize)
        #expect((0.95...0.99).contains(match.confidence))
    }

    @Test func every_known_fact_that_differs_is_a_veto() {
        #expect(decide(listing(base.name, ml: 1_500)).match == nil)
        #expect(decide(listing("Thornbury Old Vine Shiraz", vintage: 2019)).match == nil)
        #expect(decide(listing("Thornbury Old Vine Shiraz 2019")).match == nil)
        #expect(decide(listing("Thornbury Old Vine Shiraz", category: "wine.white")).match == nil)
        #expect(decide(listing("Thornbury Old Vine Shiraz", category: "spirits")).match == nil)
        #expect(decide(listing("Thornbury Old Vine Shiraz", category: "wine.red")).match != nil)
    }

    @Test func strength_may_round_and_wine_may_vary_by_a_percent() {
        #expect(decide(listing(base.name, strength: 1_350, category: "wine.red")).match != nil)
        #expect(decide(listing(base.name, strength: 1_290, category: "wine.red")).match == nil)
        let gin = listing("Marrowfield Gin", strength: 4_000, category: "spirits.gin")
        #expect(decide(listing("Marrowfield Gin", strength: 4_030, category: "spirits.gin"), against: gin).match != nil)
        #expect(decide(listing("Marrowfield Gin", strength: 4_080, category: "spirits.gin"), against: gin).match == nil)
    }

    @Test func without_a_size_there_is_no_name_match() {
        #expect(decide(listing(base.name, ml: nil)).reason == .sizeUnknown)
        #expect(decide(listing(base.name), against: listing(base.name, ml: nil)).reason == .noCandidate)
    }

    @Test(arguments: [
        "Thornbury Old Vine Shiraz Reserva", "Thornbury Old Vine Shiraz Rosé",
        "Thornbury Old Vine Shiraz Gift Box Set",
        "Thornbury Shiraz", "Thornbury Old Vine Shiraz Viognier", "Thornbury Old Vine Shiraz Bin 7",
        "Thornbury Old Vine Sparkling Shiraz", "Thornbury Old Vine Cabernet",
    ])
    func a_word_that_makes_another_item_is_a_veto(name: String) {
        let decision = decide(listing(name, vintage: 2018))
        #expect(decision.reason == .notSimilarEnough && decision.nearest == 7)
        #expect(decision.features.contains { $0.name == "another item by" })
    }

    @Test(arguments: [
        // A house, a colour, a grape or an appellation that one side leaves out.
        ("Château Larkhill Brut", "Larkhill Brut", nil),
        ("Larkhill White Black Label", "Larkhill Black Label", "wine.red"),
        ("Larkhill Old Vines Merlot", "Larkhill Old Vines", "wine.red"),
        ("Larkhill Smooth VQA", "Larkhill Smooth", nil),
        // Each has something of its own.
        ("Larkhill Northgate Brut", "Larkhill Southgate Brut", nil),
        // A release of a year, a beer in a cask, another kind of whisky.
        ("Glen Orra Special 2020", "Glen Orra Special", "spirits.whisky"),
        ("Old Harbour Friends IPA Whiskey", "Old Harbour Friends Whiskey", "spirits.whisky"),
        ("Mill Lane Single Malt", "Mill Lane Bourbon", "spirits.whisky"),
        // Nobody cuts a word off so short.
        ("Verdannienne Mont Clair", "Verdanne Aubry Mont Clair", nil),
    ])
    func what_one_side_says_and_the_other_does_not_is_left_to_people(one: String, other: String, category: String?) {
        for (left, right) in [(one, other), (other, one)] {
            let decision = decide(listing(left, category: category), against: listing(right, category: category))
            #expect(decision.match == nil, "\(left) is not \(right)")
        }
        #expect(decide(listing(one, category: category), against: listing(one, category: category)).match != nil)
    }

    @Test func a_beer_from_a_port_is_no_port() {
        let beer = listing("Larkhill Port Grandville", vintage: 2012, category: "beer.stout")
        #expect(decide(listing("Larkhill Port Grandville", category: "beer.stout"), against: beer).match != nil)
        let wine = listing("Larkhill Port Grandville", vintage: 2012, category: "wine.fortified.port")
        #expect(
            decide(listing("Larkhill Port Grandville", category: "wine.fortified.port"), against: wine).match == nil)
    }

    @Test func what_the_shelf_says_a_name_may_leave_out() {
        let rum = listing("Larkhill Black Label", category: "spirits.rum.white")
        #expect(decide(listing("Larkhill White Black Label", category: "spirits.rum.white"), against: rum).match != nil)
        let white = listing("Larkhill Black Label", category: "wine.white")
        #expect(decide(listing("Larkhill White Black Label", category: "wine.white"), against: white).match != nil)
        #expect(decide(listing("Larkhill Black Label Red", category: "wine"), against: white).match == nil)
    }

    @Test func numbers_must_agree() {
        let bin = listing("Thornbury Bin 28 Shiraz")
        #expect(decide(listing("Shiraz Thornbury Bin 28"), against: bin).match != nil)
        #expect(decide(listing("Thornbury Bin 128 Shiraz"), against: bin).match == nil)
    }

    @Test func an_age_on_one_side_only_is_a_veto_unless_the_name_states_it() {
        let aged = listing("Glen Orrin 12 Year Old", ml: 700, age: 12)
        #expect(decide(listing("Glen Orrin", ml: 700), against: aged).match == nil)
        #expect(decide(listing("Glen Orrin Single Malt 12", ml: 700), against: aged).match != nil)
        #expect(decide(listing("Glen Orrin 18 yo", ml: 700, age: 18), against: aged).match == nil)
    }

    @Test func champagne_without_a_year_is_not_the_vintage() {
        let vintage = listing("Delvaux Champagne Brut 2012", vintage: 2012)
        #expect(decide(listing("Delvaux Champagne Brut"), against: vintage).match == nil)
        #expect(decide(listing("Delvaux Champagne Brut 2012"), against: vintage).match != nil)
    }

    @Test func still_wine_is_not_the_sparkling_one_of_its_name() {
        let still = listing("Delvaux Riesling 2020", vintage: 2020, category: "wine.white")
        #expect(decide(listing("Delvaux Riesling Brut"), against: still).match == nil)
        #expect(decide(listing("Delvaux Riesling", category: "wine.sparkling"), against: still).match == nil)
        #expect(decide(listing("Delvaux Riesling", category: "wine"), against: still).match != nil)
    }

    @Test func another_maker_is_a_veto_unless_a_name_mentions_it() {
        let known = listing("Tokaji Aszú 5 Puttonyos", producer: "Ostrava Kraj")
        #expect(decide(listing("Tokaji Aszú 5 Puttonyos", producer: "Marrowfield"), against: known).match == nil)
        #expect(decide(listing("Tokaji Aszú 5 Puttonyos", producer: "Kraj Ostrava"), against: known).match != nil)
        #expect(decide(listing("Tokaji Aszú 5 Puttonyos"), against: known).match != nil)
    }

    @Test func cans_and_bottles_are_different_items() {
        let bottle = listing("Larkhill Amber Ale", ml: 330)
        #expect(decide(listing("Larkhill Amber Ale can", ml: 330), against: bottle).match == nil)
    }

    @Test func a_maker_accounts_for_words_the_name_leaves_out() {
        let known = listing("GONZAGA MERLI - FINO TIO PABLO")
        #expect(decide(listing("Tío Pablo Fino", producer: "Gonzaga Merli"), against: known).match != nil)
        #expect(decide(listing("Tío Pablo Fino"), against: known).match == nil)
    }

    @Test func half_a_makers_name_accounts_for_nothing() {
        let second = listing("LE CLAVENCE DE HAUT-BRIANT 2016")
        let first = listing("Château Haut-Briant 2016", producer: "Domaine Clavence Dullon")
        let decision = decide(first, against: second)
        #expect(decision.match == nil)
    }

    @Test func one_seller_lists_an_item_once() {
        var known = product(7, base)
        known.carriers = [Carrier(listing: 5, seller: Seller(source: "north"))]
        let index = index([known])
        #expect(index.decide(listing(base.name, id: 6)).reason == .sameSeller)
        #expect(index.decide(listing(base.name, id: 5)).match?.product == 7)
        #expect(index.decide(listing(base.name, id: 6, source: "east")).match?.product == 7)
    }

    @Test func shops_of_one_source_are_different_sellers() {
        var known = product(7, listing("Thornbury Old Vine Shiraz"))
        known.carriers = [Carrier(listing: 5, seller: Seller(source: "market", shop: "a"))]
        let other = ListingIdentity(
            id: 6, seller: Seller(source: "market", shop: "b"), name: "Thornbury Old Vine Shiraz",
            facts: ItemFacts(millilitres: 750))
        #expect(index([known]).decide(other).match?.product == 7)
    }

    @Test func two_products_equally_near_are_left_to_people() {
        let years = [2017, 2018].map { (year: Int) in
            listing("Thornbury Old Vine Shiraz \(year)", vintage: year)
        }
        let index = index([product(1, years[0]), product(2, years[1])])
        #expect(index.decide(listing("Thornbury Old Vine Shiraz")).reason == .ambiguous)
        #expect(index.decide(listing("Thornbury Old Vine Shiraz 2018")).match?.product == 2)
    }

    @Test func names_of_common_words_alone_say_nothing() {
        #expect(decide(listing("Red Wine France")).reason == .nameSaysNothing)
        #expect(decide(listing("")).reason == .nameSaysNothing)
    }

    @Test func features_say_what_was_compared() {
        let other = listing("Thornbury Shiraz Old Vine", vintage: 2018, strength: 1_450, category: "wine.red")
        let features = decide(other).features
        #expect(features.first?.value == "100 % alike")
        #expect(features.contains(MatchFeature("size", "750 ml on both sides")))
        #expect(features.contains(MatchFeature("vintage", "2018 on both sides")))
        #expect(features.contains(MatchFeature("strength", "14.5 % here, 14 % there")))
        #expect(features.contains(MatchFeature("age", "unknown on both sides")))
    }

    @Test func a_rye_is_no_bourbon_and_a_whisky_no_vodka() {
        let bourbon = index([product(1, listing("Larkhill Grandville Straight Bourbon"))])
        for name in ["Larkhill Grandville Straight Rye", "Larkhill Grandville Vodka"] {
            #expect(bourbon.decide(listing(name, id: 2, source: "east")).match == nil, "\(name)")
        }
        // A shelf may leave the kind out, or say it generally.
        for name in ["Larkhill Grandville", "Larkhill Grandville Whiskey", "Larkhill Grandville Bourbon Whiskey"] {
            #expect(bourbon.decide(listing(name, id: 2, source: "east")).match?.product == 1, "\(name)")
        }
        let cognac = index([product(1, listing("Larkhill Grandville Cognac"))])
        #expect(cognac.decide(listing("Larkhill Grandville Brandy", id: 2, source: "east")).match?.product == 1)
        #expect(cognac.decide(listing("Larkhill Grandville Armagnac", id: 2, source: "east")).match == nil)
    }
}
