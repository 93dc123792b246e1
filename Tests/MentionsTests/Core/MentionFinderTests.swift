import Testing

@testable import Mentions

@Suite struct MentionFinderTests {
    let shelf = Shelf.whiskies

    @Test func brand_and_distinguishing_words_are_a_mention() {
        #expect(shelf.named("Eagle Rare 10 Is Back on Shelves") == ["er10"])
        #expect(shelf.named("Why the 10-year-old Eagle Rare sells out") == ["er10"])
        #expect(shelf.named("Buffalo Trace’s Eagle Rare 10 wins gold") == ["er10"])
        #expect(shelf.named("Ardbeg launches Uigeadail in new bottle") == ["uigeadail"])
        #expect(shelf.named("Review: Jack Daniel’s Tennessee Honey") == ["jdhoney"])
        #expect(shelf.named("We tried Bulleit Rye.") == ["bulleitrye"])
        #expect(shelf.named("We tried Buffalo Trace bourbon.") == ["bt"])
    }

    @Test func the_more_exact_product_is_meant() {
        #expect(shelf.named("Jack Daniel's Single Barrel Barrel Proof returns") == ["jdsbp"])
        #expect(shelf.named("Jack Daniel's Single Barrel returns") == ["jdsb"])
    }

    @Test func another_product_of_the_brand_is_none_of_ours() {
        #expect(shelf.named("Ardbeg 25 is here").isEmpty)
        #expect(shelf.named("Ardbeg 10 Cask Strength is here").isEmpty)
        #expect(shelf.named("Bulleit Gin is announced").isEmpty)
        #expect(shelf.named("Jack Daniel's Tennessee Apple").isEmpty)
        #expect(shelf.branded("Ardbeg 25 whisky is here") == ["ardbeg10", "uigeadail"])
    }

    @Test func numbers_that_are_no_ages_name_nothing() {
        #expect(shelf.named("Ardbeg wins 10 awards").isEmpty)
        #expect(shelf.named("Ardbeg 10 years after the reopening").isEmpty)
        #expect(shelf.named("Ardbeg: 10 things to know").isEmpty)
        #expect(shelf.named("Ardbeg for $10").isEmpty)
        #expect(shelf.named("10 Ardbeg bottles to buy").isEmpty)
        #expect(shelf.named("Ardbeg, Talisker 10 and more").isEmpty)
        #expect(shelf.named("Bulleit and Eagle Rare 10").isSuperset(of: ["er10"]))
    }

    @Test func the_brand_alone_is_shared_by_its_products() throws {
        let found = shelf.read("Bulleit builds a new distillery")
        #expect(Set(found.map(\.label)) == ["bulleit", "bulleitrye"])
        for one in found {
            #expect(one.mention.isBrandOnly)
            #expect(abs(one.mention.prominence - 0.3 / 2) < 1e-12)
        }
    }

    @Test func a_brand_alone_counts_only_where_drinks_are_spoken_of() {
        #expect(shelf.read("Bulleit wins the cup for Springfield").isEmpty)
        #expect(!shelf.read("Bulleit wins", tags: ["Whiskey"]).isEmpty)
        #expect(shelf.read("They ardbeg their beer").isEmpty, "no name in small letters")
        let makers = Shelf([("rye", "New York Distilling Company", "Ragtime Rye")])
        #expect(makers.read("A beer in New York").isEmpty)
        #expect(makers.branded("New York Distilling bottles a whiskey") == ["rye"])
        #expect(makers.named("New York Distilling’s Ragtime Rye") == ["rye"])
    }

    @Test func words_of_another_flavour_before_it_are_no_mention() {
        let shelf = Shelf([("vanilla", "Crown Royal", "Crown Royal Vanilla")])
        #expect(shelf.named("Crown Royal's signature caramel and vanilla nose").isEmpty)
        #expect(shelf.named("Crown Royal's new Vanilla") == ["vanilla"])
    }

    @Test func a_brand_of_very_many_products_shares_nothing() {
        let many = Shelf((0..<25).map { ("p\($0)", "Ardbeg", "Ardbeg Edition\($0)x") })
        #expect(many.branded("Ardbeg builds a distillery").isEmpty)
        #expect(
            Shelf((0..<24).map { ("p\($0)", "Ardbeg", "Ardbeg Edition\($0)x") }).branded("Ardbeg builds a distillery")
                .count == 24)
    }

    @Test func sizes_of_one_thing_are_mentioned_alike() {
        let sizes = Shelf([
            ("small", "Ardbeg", "Ardbeg Uigeadail 375ml"), ("large", "Ardbeg", "Ardbeg Uigeadail 1.75L"),
            ("metric", "Ardbeg", "Ardbeg Uigeadail 0,7 l 54.2%"),
        ])
        #expect(sizes.named("Ardbeg Uigeadail") == ["small", "large", "metric"])
    }

    @Test func a_vintage_tells_vintages_apart_and_its_absence_does_not() {
        let wines = Shelf(
            [("v19", "Meiomi", "Meiomi Pinot Noir 2019"), ("v21", "Meiomi", "Meiomi Pinot Noir 2021")],
            vintages: ["v19": 2019, "v21": 2021])
        #expect(wines.named("Meiomi Pinot Noir 2021 reviewed") == ["v21"])
        #expect(wines.named("The 2021 Meiomi Pinot Noir") == ["v21"])
        #expect(wines.named("Meiomi Pinot Noir reviewed") == ["v19", "v21"])
    }

    @Test func common_words_alone_never_name_a_product() {
        let common = Shelf([
            ("gold", "Gold", "Gold Reserve Vodka"), ("josh", "Josh Cellars", "Josh Cellars Cabernet Sauvignon"),
            ("noon", "High Noon", "High Noon Peach"), ("1800", "1800", "1800 Silver Tequila"),
            ("red", "RED", "RED Blend"),
        ])
        #expect(common.read("Gold prices soar as central banks buy").isEmpty)
        #expect(common.read("A reserve of gold under the city").isEmpty)
        #expect(common.read("Josh says he loves Cabernet Sauvignon", "Josh drinks it at noon.").isEmpty)
        #expect(common.read("At high noon the market turned").isEmpty)
        #expect(common.read("High Noon for Tariffs on Steel").isEmpty)
        #expect(common.read("In 1800 the silver mines closed").isEmpty)
        #expect(common.read("A red blend for winter").isEmpty)
        #expect(common.named("We opened a can of High Noon Peach.") == ["noon"])
        #expect(common.named("Josh Cellars Cabernet Sauvignon is everywhere") == ["josh"])
        #expect(common.named("1800 Silver Tequila returns") == ["1800"])
    }

    @Test func diacritics_plurals_and_possessives_are_the_same_words() {
        let shelf = Shelf([
            ("margaux", "Château Margaux", "Château Margaux Pavillon Rouge"),
            ("jager", "Jägermeister", "Jägermeister Manifest"),
            ("macallan", "The Macallan", "The Macallan Double Cask"), ("titos", "Tito's", "Tito's Handmade Vodka"),
            ("smith", "Smith & Cross", "Smith & Cross Jamaica Rum"),
        ])
        #expect(shelf.named("Chateau Margaux’s Pavillon Rouge") == ["margaux"])
        #expect(shelf.named("Ch. Margaux Pavillon Rouge") == ["margaux"])
        #expect(shelf.named("JAGERMEISTER MANIFEST") == ["jager"])
        #expect(shelf.named("Ja\u{308}germeister Manifest") == ["jager"])
        #expect(shelf.branded("Two Jägermeisters and a beer, please") == ["jager"])
        #expect(shelf.named("Macallan's Double Cask") == ["macallan"])
        #expect(shelf.named("Tito’s handmade vodka") == ["titos"])
        #expect(shelf.named("Smith and Cross Jamaica rum") == ["smith"])
    }

    @Test func place_and_repetition_raise_prominence() throws {
        func prominence(_ title: String?, _ body: String? = nil, tags: [String] = []) throws -> Double {
            try #require(shelf.read(title, body, tags: tags).first { $0.label == "er10" }).mention.prominence
        }
        #expect(try prominence("Eagle Rare 10") == 1)
        let first = try prominence("News", "Eagle Rare 10 is back. More soon.")
        let later = try prominence("News", "Much is new. Some is old. Eagle Rare 10 is back.")
        let twice = try prominence("News", "Eagle Rare 10 is back. We like Eagle Rare 10.")
        #expect(later < first && first < twice && twice < 1)
        #expect(try prominence("News", tags: ["Eagle Rare 10"]) == 0.4)
    }

    @Test func the_snippet_is_the_sentence() throws {
        let body = "Much is new. The Eagle Rare 10 is back on shelves! Buy it."
        let found = try #require(shelf.read("News", body).first { $0.label == "er10" })
        #expect(found.mention.snippet == "The Eagle Rare 10 is back on shelves!")
        let long = String(repeating: "word ", count: 200) + "Eagle Rare 10 " + String(repeating: "word ", count: 200)
        let cut = try #require(shelf.read("News", long).first { $0.label == "er10" }).mention.snippet
        #expect(
            cut.unicodeScalars.count <= 300 && cut.contains("Eagle Rare 10") && cut.hasPrefix("…") && cut.hasSuffix("…")
        )
    }

    @Test func bad_input_is_read_without_harm() {
        #expect(shelf.read(nil).isEmpty && shelf.read("").isEmpty && shelf.read(" \n\t ", "", tags: ["", " "]).isEmpty)
        #expect(shelf.named("<b>Eagle Rare</b> <i>10</i> &amp; more<script>alert(1)</script>") == ["er10"])
        let huge = String(repeating: "Eagle Rare 10 is back. ", count: 45_000)
        #expect(shelf.named("News", huge) == ["er10"])
        let endless = String(repeating: "e\u{301}", count: 500_000) + " Eagle Rare 10"
        #expect(shelf.read(endless, endless).allSatisfy { $0.mention.snippet.unicodeScalars.count <= 300 })
        #expect(shelf.read("\u{0}\u{FFFD}🥃 Eagle Rare 10 🥃").count >= 1)
    }

    @Test func products_without_a_brand_are_not_looked_for() {
        let shelf = Shelf([("x", nil, "Gold Reserve"), ("y", "", "Something")])
        #expect(shelf.finder.index.withoutBrand == 2)
        #expect(shelf.read("Gold Reserve, Something").isEmpty)
    }

    @Test func the_same_names_give_the_same_digest_and_others_another() {
        #expect(NameIndex(shelf.names).digest == NameIndex(shelf.names).digest)
        #expect(NameIndex(shelf.names.dropLast()).digest != NameIndex(shelf.names).digest)
    }
}
