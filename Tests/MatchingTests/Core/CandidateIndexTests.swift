import Catalog
import TestSupport
import Testing

@testable import Matching

@Suite struct CandidateIndexTests {
    static let seeds: [UInt64] = [3, 41, 20_260_101]
    static let brands = [
        "Thornbury", "Marrowfield", "Larkhill", "Glen Orrin", "Delvaux", "Castelbruno", "Ostrava Kraj",
    ]
    static let kinds = [
        "Shiraz", "Merlot", "Gin", "Amber Ale", "Brut", "Reserva Tempranillo", "12 Year Old", "Rosé", "",
    ]
    static let sources = ["north", "south", "east"]
    static let lines = ["Old Vine", "Bin 7", "Bin 77", "Copper Still", "Nightjar", "Tall Ship", "", ""]

    static func random(_ id: Int, _ random: inout SeededRandom) -> ListingIdentity<Int> {
        var words = [brands, kinds, lines].map { $0.randomElement(using: &random) ?? "" }
        words.shuffle(using: &random)
        return listing(
            words.joined(separator: " "), id: id, source: sources.randomElement(using: &random) ?? "",
            ml: [750, 700, 375, nil].randomElement(using: &random) ?? nil,
            vintage: [2018, 2019, nil, nil].randomElement(using: &random) ?? nil)
    }

    @Test(arguments: seeds)
    func the_order_in_which_products_came_does_not_matter(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let products = (0..<400).map { ProductIdentity(id: $0, from: Self.random($0, &random)) }
        let one = index(products)
        let other = index(products.shuffled(using: &random))
        var rebuilt = index(products.reversed())
        for product in products.shuffled(using: &random) { rebuilt.put(product) }
        var matched = 0
        for number in 0..<600 {
            let listing = Self.random(10_000 + number, &random)
            let decision = one.decide(listing)
            if decision.match != nil { matched += 1 }
            #expect(other.decide(listing) == decision, "seed \(seed), listing \(number): \(listing.name)")
            #expect(rebuilt.decide(listing) == decision, "seed \(seed), listing \(number): \(listing.name)")
        }
        #expect(matched > 0)
    }

    @Test(arguments: seeds)
    func a_product_finds_itself_or_its_like(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let listings = (0..<300).map { Self.random($0, &random) }
        let index = index(listings.map { ProductIdentity(id: $0.id, from: $0) })
        for listing in listings {
            guard let match = index.decide(listing).match else { continue }
            let facts = index.product(match.product)?.facts
            #expect(facts?.millilitres == listing.facts.millilitres, "seed \(seed): \(listing.name)")
            #expect(facts?.vintage == nil || listing.facts.vintage == nil || facts?.vintage == listing.facts.vintage)
        }
    }

    @Test(arguments: seeds)
    func no_name_and_no_fact_traps(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let numbers = [Int.min, Int.min + 1, -1, 0, 1, 100, 750, Int.max - 1, Int.max]
        func number() -> Int? { Bool.random(using: &random) ? nil : numbers.randomElement(using: &random) ?? nil }
        let pieces = [
            "99999999999999999999", "40", "750ml", "\u{0301}", "👩‍👩‍👧", "1er", "0000", "12yr", "ø", "\0", "2018", "a",
        ]
        var index = CandidateIndex<Int>()
        for id in 0..<800 {
            let length = Int.random(in: 0...8, using: &random)
            let name = (0..<length).map { _ in pieces.randomElement(using: &random) ?? "" }
            let listing = ListingIdentity(
                id: id, seller: Seller(source: "north"), name: name.joined(separator: " "), brand: name.first,
                facts: ItemFacts(
                    millilitres: number(), strengthBasisPoints: number(), vintage: number(), ageYears: number(),
                    unitsPerCase: number()))
            let decision = index.decide(listing)
            if let match = decision.match { #expect((0...1).contains(match.confidence), "seed \(seed)") }
            index.put(ProductIdentity(id: id / 2, from: listing))
            index.attach(listing, to: Int.random(in: 0...400, using: &random))
        }
        #expect(index.count == 400)
    }

    @Test func same_sizes_lie_in_neighbouring_buckets() throws {
        for size in 1...20_000 {
            let bucket = try #require(SizeBucket.bucket(size))
            let near = Int(Double(size) / (1 - SizeBucket.tolerance))
            let other = try #require(SizeBucket.bucket(near))
            #expect(SizeBucket.isSame(size, near) && other - bucket <= 1 && other >= bucket)
        }
        #expect(SizeBucket.isSame(750, 700) == false && SizeBucket.isSame(.min, .max) == false)
        #expect(SizeBucket.bucket(0) == nil && SizeBucket.bucket(.max) == nil && SizeBucket.bucket(-5) == nil)
    }

    @Test func rare_words_weigh_more_than_common_ones() {
        let names = (0..<50).map { product($0, listing("Thornbury Number\($0)x")) }
        let book = index(names).book
        func weight(_ word: String) -> Double { book.weight(book.word(WordTable.entry(for: word))) }
        #expect(weight("thornbury") < weight("number7x"))
        #expect(weight("neverseen") == 1 && weight("the") == 0)
    }
}
