import Connectors
import Documents
import Foundation
import HTTPTypes
import Outbound
import Synchronization
import TestSupport
import Testing
import Vault

/// LibDib is read as its site asks for, with somebody's login and with nothing that could order.
@Suite struct LibDibTests {
    /// A portal with offers by number. Wants the token of the form and the session, as the real one does.
    private final class Portal: Sendable {
        let offers: Int
        private let signOuts = Mutex(0)

        init(_ offers: Int) { self.offers = offers }

        func answer(_ asked: FakeSite.Asked) -> [FakeSite.Step] {
            let cookies = asked.field("cookie") ?? ""
            let path = asked.path.prefix { $0 != "?" }
            switch (asked.method, path) {
            case ("GET", "/login"):
                return [.answer("200 OK", ["Set-Cookie": "csrftoken=tok; Path=/"], Array("<form>".utf8))]
            case ("POST", "/login"):
                guard cookies.contains("csrftoken=tok"), asked.field("x-csrftoken") == "tok" else {
                    return [.answer("403 Forbidden")]
                }
                let isRight =
                    String(decoding: asked.body, as: UTF8.self)
                    == "csrfmiddlewaretoken=tok&email=ada%40example.com&password=p%26%C3%A4+%2B%25"
                return isRight
                    ? [.answer("302 Found", ["Location": "/home/", "Set-Cookie": "sessionid=s1; Path=/; HttpOnly"])]
                    : [.answer("200 OK", [:], Array("<form>wrong".utf8))]
            case (_, "/home/"): return [.answer()]
            case (_, let path) where path.hasPrefix("/api/v1/"):
                guard cookies.contains("sessionid=s1") else { return [.json("{}", status: "401 Unauthorized")] }
                return [api(asked, String(path))]
            default: return [.answer("404 Not Found")]
            }
        }

        private func api(_ asked: FakeSite.Asked, _ path: String) -> FakeSite.Step {
            guard let body = try? JSONParser.parse(asked.body.isEmpty ? Array("{}".utf8) : asked.body) else {
                return .json("{}", status: "400 Bad Request")
            }
            switch path {
            case "/api/v1/userAccount/": return .json("{\"email\": \"ada@example.com\"}")
            case "/api/v1/offering/query/":
                guard case .number(let text) = body["offset"], let offset = Int(text) else { return .json("{}") }
                let ids = (offset..<max(offset, min(offset + 100, offers))).map { "{\"id\": \($0 + 1)}" }
                return .json("{\"objects\": [\(ids.joined(separator: ","))], \"total_count\": \(offers)}")
            case "/api/v1/offering/query_digest/":
                guard case .array(let pairs) = body["fetch"] else { return .json("{}") }
                let objects = pairs.compactMap { pair -> String? in
                    guard case .array(let values) = pair, case .number(let id) = values.first else { return nil }
                    return "{\"id\": \(id), \"label_name\": \"Offer \(id)\", \"seller_price\": \"\(id).50\"}"
                }
                return .json("{\"objects\": [\(objects.joined(separator: ","))]}")
            default: return .answer("404 Not Found")
            }
        }
    }

    private static let login = SourceLogin(
        user: SecretBytes(copying: "ada@example.com"), password: SecretBytes(copying: "p&\u{e4} +%"))

    @Test func a_session_is_begun_and_the_whole_list_is_read_in_two_steps() async throws {
        let portal = Portal(230)
        try await SourceFixture.with(portal.answer) { fixture in
            let source = try LibDib(base: fixture.base, now: { fixture.clock.now })
            let door = fixture.door(source.profile)
            #expect(try await !source.isSignedIn(through: door))
            try await source.signIn(Self.login, through: door)
            #expect(try await source.isSignedIn(through: door))
            var (ids, pages) = ([String](), 0)
            for try await page in PageStream({ try await source.products(in: nil, at: $0, through: door) }) {
                ids += page.records.map(\.externalID)
                pages += 1
            }
            #expect(ids == (1...230).map { "\($0)" } && pages == 3)
            let stock = try await source.inventory(of: ["7", "9", "x"], through: door)
            #expect(stock.records.map(\.externalID) == ["7", "9"])
            // Only what asks was asked.
            let posted = Set(fixture.asked.filter { $0.method == "POST" }.map { String($0.path.prefix { $0 != "?" }) })
            #expect(posted == ["/login", "/api/v1/offering/query/", "/api/v1/offering/query_digest/"])
        }
    }

    @Test func a_category_is_asked_for_by_its_filter() async throws {
        try await SourceFixture.with(Portal(3).answer) { fixture in
            let source = try LibDib(base: fixture.base, now: { fixture.clock.now })
            let door = fixture.door(source.profile)
            try await source.signIn(Self.login, through: door)
            let page = try await source.products(in: "spirits$spirits|type|vodka", at: nil, through: door)
            #expect(page.records.count == 3 && page.isLast)
            let query = try #require(fixture.asked.first { $0.path.contains("/query/") })
            #expect(
                String(decoding: query.body, as: UTF8.self)
                    == "{\"hashKey\":\"?f=spirits$spirits|type|vodka&nav=1\",\"limit\":100,\"offset\":0,\"order_by\":\"default\",\"storeViewType\":\"product\"}"
            )
        }
    }

    @Test func a_wrong_password_is_told_and_tried_once() async throws {
        try await SourceFixture.with(Portal(1).answer) { fixture in
            let source = try LibDib(base: fixture.base)
            let door = fixture.door(source.profile)
            let wrong = SourceLogin(user: Self.login.user, password: SecretBytes(copying: "guess"))
            await #expect(throws: SourceProblem.wrongLogin) { try await source.signIn(wrong, through: door) }
            #expect(fixture.asked.count { $0.method == "POST" } == 1)
            await #expect(throws: SourceProblem.signedOut) {
                try await source.products(in: nil, at: nil, through: door)
            }
        }
    }

    @Test func another_companys_session_is_not_this_ones() async throws {
        try await SourceFixture.with(Portal(1).answer) { fixture in
            let source = try LibDib(base: fixture.base)
            let (harbor, northwind) = (fixture.door(source.profile), fixture.door(source.profile))
            try await source.signIn(Self.login, through: harbor)
            #expect(try await source.isSignedIn(through: harbor))
            #expect(try await !source.isSignedIn(through: northwind))
            let before = fixture.asked.count
            await #expect(throws: SourceProblem.signedOut) {
                try await source.products(in: nil, at: nil, through: northwind)
            }
            #expect(fixture.asked.dropFirst(before).allSatisfy { $0.field("cookie")?.contains("sessionid") != true })
        }
    }

    @Test(arguments: ["/api/v1/cart/", "/api/v1/order/", "/login/../api/v1/cart/", "//evil.example/login", "/checkout"])
    func nothing_else_can_be_posted_to(path: String) async throws {
        try await SourceFixture.with(Portal(1).answer) { fixture in
            let door = fixture.door(try LibDib(base: fixture.base).profile)
            await #expect(throws: SourceProblem.strangePlace) { try await door.ask(path, [], fields: [:]) }
            #expect(fixture.asked.isEmpty)
        }
    }

    @Test(arguments: ["<html>Just a moment", "{\"objects\": 7}", "[", "{}"])
    func another_kind_of_answer_is_told(body: String) async throws {
        try await SourceFixture.with { _ in
            [.json(body)]
        } _: { fixture in
            let source = try LibDib(base: fixture.base)
            await #expect {
                try await source.products(in: nil, at: nil, through: fixture.door(source.profile))
            } throws: { error in
                guard case .wrongShape = error as? SourceProblem else { return false }
                return true
            }
        }
    }

    // MARK: - Reading one offer

    private func offer(_ json: String) async throws -> SourcePage<SourceProduct> {
        let pages = Mutex<SourcePage<SourceProduct>?>(nil)
        try await SourceFixture.with { _ in
            [.json("{\"objects\": [\(json)]}")]
        } _: { fixture in
            let source = try LibDib(base: fixture.base)
            let page = try await source.inventory(of: ["1"], through: fixture.door(source.profile))
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
}
