import Connectors
import Foundation
import Synchronization
import TestSupport
import Testing

/// One offer of the distributor's, well and badly written.
@Suite struct LibDibOfferTests {
    private func offer(_ json: String) async throws -> SourcePage<SourceProduct> {
        let pages = Mutex<SourcePage<SourceProduct>?>(nil)
        try await SourceFixture.with { _ in
            [.answer("200 OK", [:], Array("{\"objects\": [\(json)]}".utf8))]
        } _: {
            fixture, site in
            let source = try LibDib(base: SourceFixture.base(site.port))
            let page = try await source.inventory(of: ["1"], through: fixture.door(source.profile, at: site.port))
            pages.withLock { $0 = page }
        }
        return try #require(pages.withLock { $0 })
    }

    @Test func an_offer_is_read_with_all_it_says_and_nothing_more() async throws {
        let page = try await offer(
            """
            {"id": 48213, "slug": "highland ridge/750", "label_name": " Highland Ridge Bourbon ", "fanciful_name": "Small Batch",
             "brandName": "Highland Ridge", "container_volume": "750", "sub_container_volume": null, "percent_alcohol": "46.0",
             "seller_price": "198.00", "total_inventory": 84, "sold_in_states": "CA, ny,XXX,", "primary_picture": "https://x/1.jpg",
             "UPC": "850001234122"}
            """)
        let product = try #require(page.records.first)
        #expect(product.externalID == "48213" && product.name == "Highland Ridge Bourbon")
        #expect(product.brand == "Highland Ridge" && product.size == "750" && product.alcohol == 46)
        #expect(product.price == SourcePrice(198, currency: "USD", unit: .unknown))
        #expect(product.stock == 84 && product.isAvailable == true && product.states == ["CA", "NY"])
        #expect(product.code == "850001234122" && product.url?.hasSuffix("/product/highland%20ridge/750") == true)
    }

    @Test(arguments: [
        ("\"seller_price\": \"NaN\"", nil), ("\"seller_price\": 1e400", nil), ("\"seller_price\": -0.0", nil),
        ("\"seller_price\": 99999999999999999999", nil), ("\"seller_price\": \"1.234,56\"", nil),
        ("\"seller_price\": 0.30", Decimal(string: "0.30")), ("\"seller_price\": \"1e2\"", Decimal(100)),
        ("\"seller_price\": [1]", nil), ("\"percent_alcohol\": 4600, \"seller_price\": 0", nil),
        ("\"total_inventory\": -1", nil), ("\"total_inventory\": 1e30", nil),
    ])
    func a_price_that_is_none_is_not_read(field: String, amount: Decimal?) async throws {
        let product = try #require(try await offer("{\"id\": \"a\", \"name\": \"x\", \(field)}").records.first)
        #expect(product.price?.amount == amount && product.alcohol == nil && product.stock == nil)
    }

    @Test func an_offer_without_id_or_name_is_rejected_and_the_others_are_read() async throws {
        let page = try await offer("{\"name\": \"x\"}, {\"id\": 1}, null, 7, {\"pk\": 2, \"name\": \"Gin\"}")
        #expect(page.records.map(\.externalID) == ["2"] && page.rejects.map(\.index) == [0, 1, 2, 3])
    }

    @Test(arguments: ["<html>Just a moment", "{\"objects\": 7}", "[", "{}"])
    func another_kind_of_answer_is_told(body: String) async throws {
        try await SourceFixture.with { _ in
            [.answer("200 OK", [:], Array(body.utf8))]
        } _: { fixture, site in
            let source = try LibDib(base: SourceFixture.base(site.port))
            let door = try fixture.door(source.profile, at: site.port)
            await #expect {
                try await source.products(in: nil, at: nil, through: door)
            } throws: { error in
                guard case .wrongShape = error as? SourceProblem else { return false }
                return true
            }
        }
    }
}
