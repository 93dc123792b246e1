import Testing

@testable import Mentions

@Suite struct SearchSubjectTests {
    let finder = Shelf.whiskies.finder

    private func count(_ subject: String) -> (products: Int, brands: Int) {
        let found = finder.products(searchedFor: subject)
        return (found.count { $0.why == .product }, found.count { $0.why == .brand })
    }

    @Test func words_of_a_product_speak_for_it() {
        #expect(count("eagle rare 10") == (1, 0))
        #expect(count("buffalo trace bourbon") == (1, 0))
        #expect(count("Ardbeg Uigeadail") == (1, 0))
    }

    @Test func words_of_a_brand_speak_for_its_products() {
        #expect(count("eagle rare") == (0, 2))
        #expect(count("jack daniels") == (0, 4))
    }

    @Test func words_that_are_left_over_speak_for_nothing() {
        #expect(count("eagle rare 10 price") == (0, 0))
        #expect(count("ardbeg t shirt") == (0, 0))
        #expect(count("bourbon") == (0, 0))
        #expect(count("") == (0, 0))
        #expect(count("ardbeg vs bulleit") == (0, 0))
    }

    @Test func one_everyday_word_is_no_brand() {
        let shelf = Shelf([("noon", "High Noon", "High Noon Peach"), ("gold", "Gold", "Gold Vodka")])
        #expect(shelf.finder.products(searchedFor: "high noon").map(\.why) == [.brand])
        #expect(shelf.finder.products(searchedFor: "gold").isEmpty)
        #expect(shelf.finder.products(searchedFor: "gold vodka").isEmpty)
    }
}
