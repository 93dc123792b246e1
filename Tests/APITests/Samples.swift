import API
import Catalog
import Companies
import Forecasting
import Foundation
import Routes
import Scoring

/// Values answers are made from. Text from outside is as bad as it gets.
enum Samples {
    static let nasty = "</script><b a='\"'>&amp; \u{2028}\u{0}\\ Ärger 🥃"

    static func id(_ number: UInt8) -> UUID {
        UUID(uuid: (0xAB, 0xCD, 0xEF, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
    }

    static func day(_ text: String) -> CalendarDay {
        CalendarDay(iso: text) ?? CalendarDay(daysSince2000: 0)
    }

    /// Everything known.
    static let full = TrendItem(
        owner: .house, product: id(1), name: nasty, sortName: "a", brand: nasty, category: "spirits.whisky.bourbon",
        volume: 700, score: 71.25, tier: .trending, momentum: -3.5, retail: 80, price: 0, inventory: 55.5,
        completeness: 0.6, sources: 3, bestPrice: Money(minorUnits: 1290, currency: .eur), bestPriceKind: "retail",
        weeklyScores: [.nan, 70, 71.25])

    /// Nothing known but the name.
    static let bare = TrendItem(
        owner: .house, product: id(2), name: "B", sortName: "b", brand: nil, category: nil, volume: nil, score: nil,
        tier: nil, momentum: nil, retail: nil, price: nil, inventory: nil, completeness: 0, sources: 1, bestPrice: nil,
        bestPriceKind: nil, weeklyScores: [])

    /// A category the list does not have, and a price without a kind in a currency without decimals.
    static let odd = TrendItem(
        owner: .house, product: id(3), name: "C", sortName: "c", brand: nil, category: "spirits.unheard", volume: 1,
        score: 0, tier: .declining, momentum: 0, retail: nil, price: nil, inventory: nil, completeness: 0.25,
        sources: 1, bestPrice: Money(minorUnits: 2980, currency: .jpy), bestPriceKind: nil, weeklyScores: [0])

    static let product = Product(
        owner: .house, id: id(1), name: nasty, brand: nasty,
        category: CategoryCode(rawValue: "spirits.whisky.bourbon"), country: "US", volume: 700,
        strengthBasisPoints: 4_350, vintage: 2012, gtins: ["00088004144708"])

    static let bareProduct = Product(
        owner: .house, id: id(2), name: "B", brand: nil, category: nil, country: nil, volume: nil,
        strengthBasisPoints: nil, vintage: nil, gtins: [])

    static let score = ScoreDetail(
        score: 71.25, tier: .trending, momentum: -3.5, completeness: 0.6, profile: "abv-v1", asOf: day("2024-07-13"),
        weeklyScores: [.nan, 70, 71.25],
        components: [
            .init(.media, value: nil, weight: 0.25, appliedWeight: 0, reason: "no such signal is collected yet"),
            .init(.retail, value: 80, weight: 0.25, appliedWeight: 0.25 / 0.6, reason: nasty),
            .init(.price, value: 0, weight: 0.15, appliedWeight: 0.15 / 0.6, reason: "prices of 1 listing"),
            .init(.inventory, value: 55.5, weight: 0.2, appliedWeight: 0.2 / 0.6, reason: "12 units in stock"),
            .init(.search, value: nil, weight: 0.15, appliedWeight: 0, reason: "no such signal is collected yet"),
        ])

    static let listing = Listing(
        id: id(11), sourceSlug: "alko", sourceTitle: "Alko", shop: nasty, itemKey: nasty, name: nasty, brand: nasty,
        category: CategoryCode(rawValue: "spirits"), country: "US", volume: 700, packUnits: 6,
        strengthBasisPoints: 4_000, vintage: 2012, gtin: "00088004144708",
        price: Money(minorUnits: -5, currency: .eur), priceKind: "retail", stockUnits: 0, storeCount: 4,
        url: "https://example.com/p?a=1&b=2", firstSeen: day("2021-11-01"), lastSeen: day("2024-07-13"), run: id(90),
        line: 7, rule: "gtin", confidence: 0.998, features: ["same code", nasty],
        decidedAt: Date(timeIntervalSince1970: 1_720_861_506.9))

    /// The first of its product, with an address that is none.
    static let newListing = Listing(
        id: id(12), sourceSlug: "saq", sourceTitle: "SAQ", itemKey: "1", name: "B", url: "javascript:alert(1)",
        firstSeen: day("2024-01-01"), lastSeen: day("2024-01-01"), run: id(91), line: 1, rule: "new", confidence: 1,
        features: [], decidedAt: nil)

    /// Not decided yet.
    static let openListing = Listing(
        id: id(13), sourceSlug: "saq", sourceTitle: "SAQ", itemKey: "2", name: "C", firstSeen: day("2024-01-01"),
        lastSeen: day("2024-01-02"), run: id(91), line: 2)

    static let listings = [listing, newListing, openListing]

    static let prices = [
        PricePoint(listing: id(11), day: day("2024-07-01"), minorUnits: 1_000, currency: "EUR", run: id(90)),
        PricePoint(listing: id(11), day: day("2024-07-02"), minorUnits: 1_100, currency: "USD", run: id(90)),
        PricePoint(listing: id(11), day: day("2024-07-03"), minorUnits: 999, currency: "EUR", run: id(90)),
        PricePoint(listing: id(12), day: day("2024-07-01"), minorUnits: 5, currency: "XXX", run: id(90)),
        PricePoint(listing: id(99), day: day("2024-07-01"), minorUnits: 700, currency: "JPY", run: id(90)),
    ]

    static let stock = [
        StockPoint(listing: id(11), day: day("2024-07-01"), units: 0, run: id(90)),
        StockPoint(listing: id(11), day: day("2024-07-02"), units: 24, run: id(90)),
    ]

    static func trends(
        _ items: [TrendItem], total: Int = 120, firstPosition: Int = 51, next: String? = "bmV4dA",
        previous: String? = "cHJldg", asOf: CalendarDay? = day("2024-07-13"), query: String = ""
    ) -> [UInt8] {
        TrendsAnswer(
            items: items, total: total, firstPosition: firstPosition, next: next, previous: previous, asOf: asOf,
            reading: TrendsQuery.read(queryText: query)
        ).bytes
    }

    static let history = HistoryAnswer(
        product: id(1), listings: listings, prices: prices, stock: stock,
        scores: [ScorePoint(day: day("2024-07-12"), score: 61.25, profile: "abv-v1")], asOf: day("2024-07-13")
    ).bytes

    /// Every kind of answer, from full and from empty values, by the name of its schema.
    static let answers: [(schema: String, bytes: [UInt8])] = [
        ("TrendsAnswer", trends([full, bare, odd], query: "sort=upside&limit=20&nope=1&tier=viral&tier=stable")),
        ("TrendsAnswer", trends([], total: 0, firstPosition: 0, next: nil, previous: nil, asOf: nil)),
        ("ProductAnswer", ProductAnswer(product: product, score: score, listings: listings).bytes),
        ("ProductAnswer", ProductAnswer(product: bareProduct, score: nil, listings: []).bytes),
        ("HistoryAnswer", history),
        ("HistoryAnswer", HistoryAnswer(product: id(2), listings: [openListing], prices: [], stock: []).bytes),
        ("ForecastAnswer", forecast), ("ForecastAnswer", noForecast),
        ("ScoreAnswer", openedScore), ("ScoreAnswer", otherFormulas), ("ScoreAnswer", reconstructed),
        ("ScoreAnswer", noScore),
        ("JobsAnswer", jobs([fullJob, bareJob], next: "5~x", query: "status=dead&nope=1")),
        ("JobsAnswer", jobs([], next: nil, query: "")),
        ("JobAnswer", jobAnswer), ("JobAnswer", bareJobAnswer),
        ("CategoriesAnswer", categories), ("CategoriesAnswer", noCategories),
        ("AlertsAnswer", alerts), ("AlertsAnswer", noAlerts), ("AlertAnswer", alertAnswer),
        ("AlertAnswer", bareAlertAnswer),
        ("SourcesAnswer", sources), ("AskedRunAnswer", AskedRunAnswer(connection: id(31), wasAsked: false).bytes),
        ("AskedRunAnswer", AskedRunAnswer(connection: id(31), wasAsked: true).bytes),
        ("HealthAnswer", HealthAnswer(status: "ok", version: "0.1.0").bytes),
        ("HealthAnswer", HealthAnswer(status: "ready", version: "0.1.0").bytes),
        ("NotReadyAnswer", NotReadyAnswer(check: .database, id: "a1").bytes),
        ("NotReadyAnswer", NotReadyAnswer(check: .schema, id: "a1").bytes),
        (
            "AccessTokenAnswer",
            AccessTokenAnswer(token: "a.b.c", seconds: 600, scopes: ["trends:read", "jobs:read"]).bytes
        ),
        ("ErrorAnswer", ErrorAnswer(code: "not_found", message: "There is nothing here.", id: "a1").bytes),
    ]
}
