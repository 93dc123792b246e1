import API
import Catalog
import Foundation
import Routes
import Scoring
import TestSupport
import Testing

@Suite struct AnswerTests {
    private func tree(_ bytes: [UInt8]) throws -> JSONTree { try JSONTree.parse(bytes) }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func the_envelope_of_a_list_is_this() {
        #expect(
            text(Samples.trends([], total: 120, query: "limit=20&nope=1&sort=up&sort=name"))
                == #"{"success":true,"data":[],"meta":{"total":120,"page":3,"limit":20,"has_more":true,"#
                + #""next":"bmV4dA","previous":"cHJldg","as_of":"2024-07-13","#
                + #""ignored":[{"name":"nope","reason":"unknown"},{"name":"sort","reason":"bad_value"}"#
                + #",{"name":"sort","reason":"repeated"}]}}"#)
    }

    @Test func an_empty_list_is_page_one_of_nothing() throws {
        let meta = try tree(Samples.trends([], total: 0, firstPosition: 0, next: nil, previous: nil, asOf: nil))["meta"]
        #expect(meta?["page"] == .number(1))
        #expect(meta?["has_more"] == .bool(false))
        #expect(meta?["next"] == .null)
        #expect(meta?["previous"] == .null)
        #expect(meta?["as_of"] == .null)
    }

    @Test(arguments: [(0, 1), (1, 1), (50, 1), (51, 2), (100, 2), (101, 3), (Int.max, 184_467_440_737_095_517)])
    func pages_are_counted_from_one(position: Int, page: Int) {
        #expect(AnswerMeta.page(ofPosition: position, limit: 50) == page)
    }

    @Test func an_error_is_this() {
        #expect(
            text(ErrorAnswer(code: "failed", message: "No <b>.", id: "x\"1").bytes)
                == #"{"success":false,"error":{"code":"failed","message":"No \u003cb\u003e.","#
                + #""details":{"id":"x\"1"}}}"#)
    }

    @Test func health_has_the_same_envelope() throws {
        let answer = try tree(HealthAnswer(status: "ok", version: "1.2").bytes)
        #expect(answer["success"] == .bool(true))
        #expect(answer["data"] == .object(["status": .text("ok"), "version": .text("1.2")]))
        #expect(answer["meta"]?["total"] == .number(1))
    }

    @Test func a_full_row_says_everything() throws {
        let row = try #require(try tree(Samples.trends([Samples.full]))["data"]?[0])
        #expect(row["kind"] == .text("product"))
        #expect(row["id"] == .text("abcdef00-0000-4000-8000-000000000001"))
        #expect(row["name"] == .text(Samples.nasty))
        #expect(row["category"] == .object(["code": .text("spirits.whisky.bourbon"), "label": .text("Bourbon")]))
        #expect(row["size_ml"] == .number(700))
        #expect(row["score"] == .number(71.25))
        #expect(row["tier"] == .text("trending"))
        #expect(
            row["best_price"]
                == .object([
                    "amount": .text("12.90"), "minor_units": .number(1290), "currency": .text("EUR"),
                    "kind": .text("retail"),
                ]))
        #expect(row["weekly_scores"] == .array([.null, .number(70), .number(71.25)]))
    }

    @Test func unknown_is_null_and_never_zero() throws {
        let row = try #require(try tree(Samples.trends([Samples.bare]))["data"]?[0])
        for name in ["brand", "category", "size_ml", "score", "tier", "momentum", "best_price"] {
            #expect(row[name] == .null, "\(name)")
        }
        for component in try #require(row["components"]?.array) {
            #expect(component["value"] == .null)
            #expect(component["measured"] == .bool(false))
        }
    }

    @Test func a_measured_zero_is_zero() throws {
        let row = try #require(try tree(Samples.trends([Samples.full]))["data"]?[0])
        let price = try #require(row["components"]?.array?.first { $0["name"] == .text("price") })
        #expect(price["value"] == .number(0))
        #expect(price["measured"] == .bool(true))
    }

    @Test func every_row_has_all_five_components() throws {
        let answer = try tree(Samples.trends([Samples.full, Samples.bare, Samples.odd]))
        for row in try #require(answer["data"]?.array) {
            #expect(row["components"]?.array?.map { $0["name"]?.text } == ScoreComponent.allCases.map(\.rawValue))
        }
        for score in [Samples.score, nil] {
            let bytes = ProductAnswer(product: Samples.product, score: score, listings: []).bytes
            let components = try tree(bytes)["data"]?["components"]?.array
            #expect(components?.map { $0["name"]?.text } == ScoreComponent.allCases.map(\.rawValue))
        }
    }

    @Test func the_points_of_the_receipt_add_up_to_the_score_they_explain() throws {
        let data = try #require(
            try tree(ProductAnswer(product: Samples.product, score: Samples.score, listings: []).bytes)["data"])
        let lines = try #require(data["components"]?.array)
        #expect(lines.map { $0["points"] } == [.null, .number(33.33), .number(0), .number(18.5), .null])
        #expect(lines[0]["applied_weight"] == .number(0))
        #expect(lines[1]["reason"] == .text(Samples.nasty))
    }

    @Test func links_are_those_of_the_routes() throws {
        let product = Samples.id(1).uuidString.lowercased()
        let row = try #require(try tree(Samples.trends([Samples.full]))["data"]?[0])
        #expect(row["links"]?["self"] == .text(APIRoute.product(product).path))
        #expect(row["links"]?["history"] == .text(APIRoute.history(product: product).path))
        #expect(row["links"]?["page"] == .text(TrendRoute.product(product).path))
        let listing = try #require(try tree(Samples.history)["data"]?["listings"]?[0])
        let page = TrendRoute.listing(product: product, listing: Samples.id(11).uuidString.lowercased())
        #expect(listing["links"]?["page"] == .text(page.path))
        #expect(listing["links"]?["source"] == .text("https://example.com/p?a=1&b=2"))
    }

    @Test func an_address_that_is_none_is_no_link() throws {
        let bytes = ProductAnswer(product: Samples.product, score: nil, listings: [Samples.newListing]).bytes
        #expect(try tree(bytes)["data"]?["listings"]?[0]?["links"]?["source"] == .null)
    }

    @Test func a_listing_says_how_it_was_recognised() throws {
        let bytes = ProductAnswer(product: Samples.product, score: nil, listings: Samples.listings).bytes
        let listings = try #require(try tree(bytes)["data"]?["listings"]?.array)
        #expect(
            listings[0]["match"]
                == .object([
                    "rule": .text("gtin"), "confidence": .number(0.998),
                    "features": .array([.text("same code"), .text(Samples.nasty)]),
                    "decided_at": .text("2024-07-13T09:05:06Z"),
                ]))
        #expect(listings[1]["match"]?["confidence"] == .null)
        #expect(listings[2]["match"] == .null)
        #expect(listings[0]["abv_percent"] == .number(40))
        #expect(listings[0]["price"]?["amount"] == .text("-0.05"))
        #expect(listings[0]["stock_units"] == .number(0))
        #expect(listings[1]["shop"] == .null)
        #expect(try tree(bytes)["data"]?["sources"] == .number(2))
    }

    @Test func a_cut_list_of_listings_says_so() throws {
        for (count, isCut) in [(Listing.most - 1, false), (Listing.most, true)] {
            let listings = Array(repeating: Samples.openListing, count: count)
            let bytes = ProductAnswer(product: Samples.product, score: nil, listings: listings).bytes
            #expect(try tree(bytes)["data"]?["has_more_listings"] == .bool(isCut))
        }
    }

    @Test func currencies_are_never_in_one_series() throws {
        let listings = try #require(try tree(Samples.history)["data"]?["listings"]?.array)
        let series = try #require(listings[0]["prices"]?.array)
        #expect(series.map { $0["currency"]?.text } == ["EUR", "USD"])
        let run = JSONTree.text("\(Samples.id(90))".lowercased())
        #expect(
            series[0]["points"]
                == .array([
                    .object([
                        "date": .text("2024-07-01"), "amount": .text("10.00"), "minor_units": .number(1_000),
                        "run": run,
                    ]),
                    .object([
                        "date": .text("2024-07-03"), "amount": .text("9.99"), "minor_units": .number(999), "run": run,
                    ]),
                ]))
    }

    @Test func an_unknown_currency_has_no_decimal_amount() throws {
        let point = try #require(try tree(Samples.history)["data"]?["listings"]?[1]?["prices"]?[0]?["points"]?[0])
        #expect(point["amount"] == .null)
        #expect(point["minor_units"] == .number(5))
    }

    @Test func no_observation_is_lost() throws {
        let answer = try tree(Samples.history)
        let listings = try #require(answer["data"]?["listings"]?.array)
        #expect(listings.count == 4)
        #expect(listings[3]["source"] == .null)
        #expect(listings[3]["prices"]?[0]?["points"]?[0]?["amount"] == .text("700"))
        let prices = listings.flatMap { $0["prices"]?.array ?? [] }.flatMap { $0["points"]?.array ?? [] }
        let stock = listings.flatMap { $0["stock"]?.array ?? [] }
        #expect(prices.count == Samples.prices.count)
        #expect(stock.count == Samples.stock.count)
        #expect(answer["meta"]?["total"] == .number(Double(prices.count + stock.count) + 1))
        #expect(answer["meta"]?["has_more"] == .bool(false))
    }

    @Test func a_cut_history_says_so() throws {
        let stock = Array(repeating: Samples.stock[0], count: PricePoint.most)
        let answer = HistoryAnswer(product: Samples.id(1), listings: [], prices: [], stock: stock)
        #expect(try tree(answer.bytes)["meta"]?["has_more"] == .bool(true))
    }

    @Test(arguments: [41] as [UInt64])
    func decimal_amounts_are_those_of_the_catalogue(seed: UInt64) throws {
        print("random amounts, seed \(seed)")
        var random = SeededRandom(seed: seed)
        var amounts: [Int64] = [0, 1, -1, 9, 10, 99, 100, -100, 999, .max, .min]
        amounts += (0..<300).map { _ in Int64(bitPattern: random.next()) >> Int64.random(in: 0...63, using: &random) }
        for code in ["EUR", "JPY", "KWD"] {
            let scale = try #require(Currency(code: code)).minorDigits
            let points = amounts.map {
                PricePoint(
                    listing: Samples.id(1), day: Samples.day("2024-01-01"), minorUnits: $0, currency: code,
                    run: Samples.id(90))
            }
            let answer = HistoryAnswer(product: Samples.id(1), listings: [], prices: points, stock: [])
            let written = try tree(answer.bytes)["data"]?["listings"]?[0]?["prices"]?[0]?["points"]?.array
            #expect(
                written?.map { $0["amount"]?.text } == amounts.map { DecimalText.plain($0, scale: scale) },
                "seed \(seed)")
        }
    }

    @Test func no_answer_has_bytes_that_mean_something_to_a_browser() {
        for (schema, bytes) in Samples.answers {
            for scalar in text(bytes).unicodeScalars {
                #expect(scalar.value >= 0x20 && !"<>&\u{2028}\u{2029}".unicodeScalars.contains(scalar), "\(schema)")
            }
        }
    }
}
