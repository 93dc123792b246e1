import Testing

@testable import Matching

@Suite struct NameReadingTests {
    func words(_ name: String, _ facts: ItemFacts = ItemFacts()) -> [String] {
        NameReading(name, facts: facts).words.map(\.word)
    }

    @Test func sizes_ages_and_packaging_are_taken_out() {
        #expect(words("Thornbury 750ml bottle") == ["thornbury"])
        #expect(words("Thornbury 75 cl") == ["thornbury"])
        #expect(words("Glen Orrin 12 Year Old", ItemFacts(ageYears: 12)) == ["glen", "orrin"])
        #expect(words("Glen Orrin 12yr") == ["glen", "orrin", "12"])
    }

    @Test func a_plausible_year_is_a_vintage_and_other_numbers_stay() {
        #expect(NameReading("Thornbury 2018", facts: ItemFacts()).vintage == 2018)
        #expect(NameReading("Zonda 1821", facts: ItemFacts()).vintage == nil)
        #expect(words("Zonda 1821") == ["zonda", "1821"])
        #expect(words("Thornbury 1999 2018", ItemFacts(vintage: 2018)) == ["thornbury", "1999"])
    }

    @Test func numbers_that_repeat_a_fact_are_taken_out() {
        #expect(words("Marrowfield Vodka 80", ItemFacts(strengthBasisPoints: 4_000)) == ["marrowfield", "vodka"])
        #expect(words("Marrowfield Vodka 40", ItemFacts(strengthBasisPoints: 4_000)) == ["marrowfield", "vodka"])
        #expect(words("Thornbury 17", ItemFacts(vintage: 2017)) == ["thornbury"])
    }

    @Test func spellings_of_one_thing_are_one_word() {
        #expect(words("Rouge Syrah Réserve") == words("Red Shiraz Reserva"))
        #expect(words("Blanc de Blancs Brut") == words("blanc de blanc brut"))
        #expect(words("Blanc de Noirs") != words("Blanc de Blancs"))
    }

    @Test func dry_belongs_to_gin_and_makes_another_wine() {
        #expect(NameReading("London Dry Gin", facts: ItemFacts()).words.allSatisfy { $0.kind == .category })
        #expect(NameReading("Riesling Dry", facts: ItemFacts()).words.contains { $0.kind == .variant })
    }

    @Test func misspellings_are_close_and_short_words_are_not() {
        #expect(Spelling.isClose("gonzalez", "gonzales"))
        #expect(Spelling.isClose("thornbury", "thornbry"))
        #expect(Spelling.isClose("chateauneuf", "chateau"))
        #expect(!Spelling.isClose("chateauneuf", "chatea"), "cut off too short")
        #expect(!Spelling.isClose("ricard", "ricaud"))
        #expect(!Spelling.isClose("merlot", "malbec"))
        #expect(!Spelling.isClose("", ""))
    }
}
