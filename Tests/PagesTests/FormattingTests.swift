import Pages
import Routes
import Testing

struct FormattingTests {
    @Test func no_text_is_missing() {
        for key in TextKey.allCases { #expect(!InterfaceText.english[key].isEmpty, "\(key.rawValue)") }
    }

    @Test func whole_numbers_are_grouped() {
        #expect(NumberText.whole(12_408) == "12\u{202F}408")
        #expect(NumberText.whole(999) == "999")
        #expect(NumberText.whole(-1_234_567) == "\u{2212}1\u{202F}234\u{202F}567")
        #expect(NumberText.whole(Int.min).hasPrefix("\u{2212}9"))
    }

    @Test func decimals_are_rounded_and_signed() {
        #expect(NumberText.decimal(71.44) == "71.4")
        #expect(NumberText.signed(3.25, digits: 0) == "+3")
        #expect(NumberText.signed(-1.4) == "\u{2212}1.4")
        #expect(NumberText.signed(0.01) == "0.0")
        #expect(NumberText.signed(-0.01) == "0.0")
        #expect(NumberText.percent(0.754) == "75%")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
    func numbers_that_cannot_be_written_are_a_dash(_ number: Double) {
        #expect(NumberText.decimal(number) == "–")
    }

    @Test func money_keeps_its_decimals() {
        #expect(NumberText.fixed(124_900, digits: 2) == "1\u{202F}249.00")
        #expect(NumberText.fixed(5, digits: 2) == "0.05")
        #expect(NumberText.fixed(-5, digits: 2) == "\u{2212}0.05")
        #expect(NumberText.fixed(1500, digits: 0) == "1\u{202F}500")
        #expect(NumberText.fixed(.min, digits: 2).hasPrefix("\u{2212}92"))
    }

    @Test func days_round_trip_through_the_calendar() {
        #expect(DayStamp(year: 2000, month: 1, day: 1).daysSince2000 == 0)
        #expect(DayStamp(year: 2000, month: 3, day: 1).daysSince2000 == 60)
        #expect(DayStamp(year: 2026, month: 11, day: 21).daysSince2000 == 9821)
        #expect(DayStamp(year: 1970, month: 1, day: 1).daysSince2000 == -10_957)
        #expect(DayStamp(year: .max, month: .max, day: .max) > DayStamp(year: .min, month: .min, day: .min))
    }

    @Test func a_page_says_dates_with_zone_and_age() throws {
        let html = String(decoding: try Project.library().render(Samples.listing("UTC")), as: UTF8.self)
        #expect(html.contains("21 Nov 2026, 03:30 UTC"))
        #expect(html.contains("21 Nov 2026, today"))
        #expect(html.contains("4345") == false)
        #expect(html.contains("43.45% ABV"))
    }

    @Test func extreme_values_make_a_page_and_no_trap() throws {
        let library = try Project.library()
        let far = DayStamp(daysSince2000: .max)
        let long = DayStamp(daysSince2000: .min)
        let row = TrendRow(
            id: "x", name: "x", millilitres: .max, score: .nan, tier: .viral, momentum: .infinity, retail: -.infinity,
            price: 1e308, stock: -5, sources: .min,
            bestPrice: MoneyAmount(minorUnits: .min, currency: "X", minorDigits: .max),
            history: [.nan, 1e308, -1e308, nil, 4])
        let frame = PageFrame(
            company: "", person: "", csrf: "", assets: Samples.assets,
            freshness: Freshness(newest: MomentStamp(secondsSince1970: .min), staleSources: .max),
            now: MomentStamp(secondsSince1970: .max), zone: Zone(secondsFromUTC: .max, name: ""))
        let trends = TrendsPage(
            frame: frame, query: TrendsQuery(), rows: [row], total: .max, firstPosition: .max)
        #expect(library.render(trends).count > 1000)
        let spans = [
            StepSpan(from: long, through: far, value: .min), StepSpan(from: far, through: long, value: .max),
            StepSpan(from: far, through: far, value: 0),
        ]
        let product = ProductPage(
            frame: frame, product: ProductFacts(id: "x", name: "x", millilitres: -1, strengthBasisPoints: .max),
            score: nil,
            prices: [
                .prices(
                    product: "x", listing: "x", source: "x", currency: "X", minorDigits: .max, spans: spans,
                    cuts: [far, long])
            ],
            stock: [.stock(product: "x", listing: "x", source: "x", spans: spans)])
        #expect(library.render(product).count > 1000)
    }
}
