import Connectors
import Foundation
import Outbound
import Synchronization
import TestSupport
import Testing

/// A supermarket is read whole, whatever its size, as the region that was asked for sees it.
@Suite struct VTEXShopTests {
    /// A shop with products by number, all of its rules enforced: windows, their end, regions by cookie.
    private struct Shop: Sendable {
        struct Product: Sendable {
            let id: Int
            let category: String
            let cents: Int
        }

        var products: [Product]
        var tree: String
        var sellers = ["giassi08"]

        func answer(_ asked: FakeSite.Asked) -> [FakeSite.Step] {
            let parts = asked.path.split(separator: "?", maxSplits: 1)
            let query = (parts.dropFirst().first ?? "").split(separator: "&").map { pair in
                pair.split(separator: "=", maxSplits: 1).map { $0.removingPercentEncoding ?? "" }
            }
            func value(_ name: String) -> String? { query.first { $0.first == name }?.last }
            switch parts.first {
            case "/api/checkout/pub/regions":
                let sellers = sellers.map { "{\"id\": \"\($0)\", \"name\": \"x\"}" }.joined(separator: ",")
                let id = self.sellers.isEmpty ? "v2.1BB18CE648B5111D0933734ED83EC783" : "v2.3F12"
                return [.json("[{\"id\": \"\(id)\", \"sellers\": [\(sellers)]}]")]
            case "/api/catalog_system/pub/category/tree/3": return [.json(tree)]
            case "/api/catalog_system/pub/products/search":
                let filters = query.filter { $0.first == "fq" }.compactMap(\.last)
                guard let from = value("_from").flatMap({ Int($0) }), let to = value("_to").flatMap({ Int($0) }),
                    to - from <= 49
                else { return [.answer("400 Bad Request", [:], Array("Parameter _to can't be greater than 50.".utf8))] }
                guard to <= 2_549 else {
                    return [.answer("400 Bad Request", [:], Array("Parameter _from can't be greater than 2500.".utf8))]
                }
                let found = products.filter { product in filters.allSatisfy { Self.fits(product, $0) } }
                let window = found.dropFirst(from).prefix(to - from + 1)
                let isRegional =
                    asked.field("cookie").map { cookie in
                        cookie.split(separator: "=", maxSplits: 1).last.flatMap { Data(base64Encoded: String($0)) }
                            .map { String(decoding: $0, as: UTF8.self).contains("\"regionId\":\"v2.3F12\"") } ?? false
                    } ?? false
                let items = window.map { Self.json($0, seller: isRegional ? "giassi08" : "giassi01") }
                return [
                    .json(
                        "[\(items.joined(separator: ","))]", ["resources": "\(from)-\(to)/\(found.count)"],
                        status: window.count < found.count ? "206 Partial Content" : "200 OK")
                ]
            default: return [.answer("404 Not Found")]
            }
        }

        private static func fits(_ product: Product, _ filter: String) -> Bool {
            if filter.hasPrefix("C:/") {
                return ("/" + product.category + "/").hasPrefix(filter.dropFirst(2))
            }
            let ends = filter.dropFirst(3).dropLast().split(separator: " ").compactMap { Double($0) }
            guard filter.hasPrefix("P:["), ends.count == 2 else { return false }
            return Double(product.cents) >= (ends[0] * 100).rounded()
                && Double(product.cents) <= (ends[1] * 100).rounded()
        }

        private static func json(_ product: Product, seller: String) -> String {
            """
            {"productId": "\(product.id)", "productName": "P \(product.id)", "brand": "B", "linkText": "p_\(product.id)",
             "categories": ["/Bebidas/Cervejas/", "/Bebidas/"], "items": [{"itemId": "\(product.id)", "nameComplete": "P \(product.id)",
             "ean": "7894100020012", "measurementUnit": "un", "sellers": [{"sellerId": "\(seller)", "commertialOffer":
             {"Price": \(product.cents / 100).\(product.cents % 100 < 10 ? "0" : "")\(product.cents % 100), "ListPrice": 9999,
             "AvailableQuantity": 99999, "IsAvailable": true}}]}]}
            """
        }
    }

    private static let tree = """
        [{"id": 7, "name": "Bebidas", "hasChildren": true, "children": [{"id": 61, "name": "Cervejas", "children": []},
          {"id": "62", "name": "Vinhos", "children": []}]}, {"id": 8, "name": "Mercearia", "children": []}, {"name": "odd"}]
        """

    private func read(
        _ shop: Shop, from cursor: SourceCursor? = nil, most: Int = .max, category: String? = nil,
        _ body: (SourceFixture, [SourceProduct], Int, SourceCursor?) async throws -> Void
    ) async throws {
        try await SourceFixture.with(shop.answer) { fixture in
            let source = try Giassi.shop(Giassi.regions[2], base: fixture.base)
            let door = fixture.door(source.profile)
            var (records, pages, last) = ([SourceProduct](), 0, cursor)
            for try await page in PageStream(
                from: cursor, { try await source.products(in: category, at: $0, through: door) })
            {
                records += page.records
                pages += 1
                last = page.cursor
                if pages == most { break }
            }
            try await body(fixture, records, pages, last)
        }
    }

    private static func products(_ ids: Range<Int>, _ category: String) -> [Shop.Product] {
        // Prices from 1.00 up, many cheap ones and few dear ones.
        ids.map { Shop.Product(id: $0, category: category, cents: 100 + $0 * $0 % 9_973) }
    }

    @Test func every_product_of_every_category_is_read_once() async throws {
        let shop = Shop(products: Self.products(0..<120, "7/61") + Self.products(120..<163, "8"), tree: Self.tree)
        try await read(shop) { fixture, records, pages, cursor in
            #expect(records.map(\.externalID).sorted() == (0..<163).map { "\($0)" }.sorted() && pages == 4)
            #expect(cursor == SourceCursor())
            let record = try #require(records.first { $0.externalID == "3" })
            #expect(record.price == SourcePrice(Decimal(string: "1.09"), currency: "BRL", unit: .piece))
            #expect(record.listPrice?.amount == 9_999 && record.isAvailable == true && record.stock == nil)
            #expect(record.seller == "giassi08" && record.category == ["Bebidas", "Cervejas"])
            #expect(record.code == "7894100020012" && record.url == "\(fixture.base.origin)/p_3/p")
            #expect(fixture.asked.first?.path == "/api/checkout/pub/regions?country=BRA&postalCode=89202310&sc=1")
        }
    }

    @Test func a_category_that_is_too_large_is_read_by_those_below_it_and_by_prices() async throws {
        let shop = Shop(
            products: Self.products(0..<4_000, "7/61") + Self.products(4_000..<4_100, "7/62"), tree: Self.tree)
        try await read(shop) { fixture, records, pages, _ in
            #expect(Set(records.map(\.externalID)).count == 4_100 && records.count == 4_100)
            // Nothing was asked for that the shop does not answer.
            #expect(
                fixture.asked.allSatisfy {
                    !$0.path.contains("_from=25") || $0.path.contains("_to=2549") || !$0.path.contains("_from=255")
                })
        }
    }

    @Test func a_run_that_broke_off_goes_on_where_it_was() async throws {
        let shop = Shop(products: Self.products(0..<260, "7/61") + Self.products(260..<300, "8"), tree: Self.tree)
        let kept = Mutex<(SourceCursor?, [String])>((nil, []))
        try await read(shop, most: 3) { _, records, _, cursor in
            kept.withLock { $0 = (cursor, records.map(\.externalID)) }
        }
        let (cursor, first) = kept.withLock { $0 }
        try await read(shop, from: cursor) { fixture, records, _, _ in
            #expect((first + records.map(\.externalID)).sorted() == (0..<300).map { "\($0)" }.sorted())
            #expect(!fixture.asked.contains { $0.path.contains("/regions") || $0.path.contains("/tree/") })
        }
    }

    @Test func a_place_nobody_delivers_to_has_no_prices() async throws {
        let shop = Shop(products: Self.products(0..<3, "8"), tree: Self.tree, sellers: [])
        await #expect(throws: SourceProblem.notServed) { try await read(shop) { _, _, _, _ in } }
    }

    @Test func other_sellers_prices_are_not_this_places() async throws {
        // The shop answers for its default store, as it does when the cookie is not understood.
        let shop = Shop(products: Self.products(0..<3, "8"), tree: Self.tree, sellers: ["giassi77"])
        try await read(shop) { _, records, _, _ in
            #expect(records.count == 3 && records.allSatisfy { $0.price == nil && $0.isAvailable == false })
        }
    }

    @Test func one_category_can_be_read_alone() async throws {
        let shop = Shop(products: Self.products(0..<10, "7/61") + Self.products(10..<30, "8"), tree: Self.tree)
        try await read(shop, category: "8") { _, records, pages, _ in #expect(records.count == 20 && pages == 1) }
    }
}
