import Testing

@testable import Pages

struct ChartTests {
    private func svg(_ series: [ChartSeries]) -> [String] {
        ChartFigure.prices(series, text: .english).map { String(decoding: $0.wide.bytes, as: UTF8.self) }
    }

    private func series(_ currency: String, _ days: [(Int32, Int32, Int64)]) -> ChartSeries {
        .prices(
            product: "p", listing: "l", source: "Alko", currency: currency,
            spans: days.map { StepSpan(from: Samples.day($0.0), through: Samples.day($0.1), value: $0.2) })
    }

    private func lines(_ svg: String) -> [Substring] {
        svg.split(separator: "class=\"line first\" d=\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    }

    @Test func currencies_never_share_a_chart() {
        #expect(
            svg([series("EUR", [(9, 0, 100)]), series("USD", [(9, 0, 120)]), series("EUR", [(9, 0, 90)])]).count == 2)
    }

    @Test func a_gap_is_not_bridged() throws {
        let joined = try #require(lines(svg([series("EUR", [(60, 40, 100), (39, 0, 120)])])[0]).first)
        let parted = try #require(lines(svg([series("EUR", [(60, 40, 100), (10, 0, 120)])])[0]).first)
        #expect(joined.count { $0 == "M" } == 1)
        #expect(parted.count { $0 == "M" } == 2)
    }

    @Test func the_cheapest_line_gives_the_title() {
        let figure = ChartFigure.prices(
            [series("EUR", [(60, 31, 5000), (30, 0, 4000)]), series("EUR", [(60, 0, 4500)])], text: .english)[0]
        #expect(figure.title == "Lowest at Alko: 40.00\u{00A0}EUR, 20% below 22 Sep 2026")
        #expect(figure.rows.count == 3)
    }

    @Test func labels_do_not_touch_and_stay_inside() {
        let placed = StepChart.spread([100, 101, 102, 240], apart: 28, in: 10...234)
        let sorted = placed.sorted()
        #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 28 })
        #expect(sorted.last == 234)
    }

    @Test func a_sparkline_needs_two_values_and_breaks_at_a_gap() throws {
        #expect(Sparkline.markup([4, nil], text: .english) == nil)
        let markup = try #require(Sparkline.markup([40, 50, nil, 60, 70], text: .english))
        let svg = String(decoding: markup.bytes, as: UTF8.self)
        #expect(svg.contains("aria-label=\"From 40 to 70\""))
        #expect(svg.count { $0 == "M" } == 2)
    }

    @Test func a_bar_is_never_longer_than_its_track() {
        let svg = String(decoding: ShareBar.markup(400, width: 40).bytes, as: UTF8.self)
        #expect(svg.contains("H40V4H0Z"))
        #expect(!svg.contains("H160"))
    }

    @Test func stock_starts_at_zero() throws {
        let figure = try #require(
            ChartFigure.stock(
                [.stock(product: "p", listing: "l", source: "Alko", spans: Samples.spans([400, 350]))], text: .english))
        #expect(String(decoding: figure.wide.bytes, as: UTF8.self).contains(">0</text>"))
    }

    @Test func what_happened_stands_on_the_axis_of_days_and_in_a_list() throws {
        let page = Samples.product("Harbour & Sons")
        let text = String(decoding: try Project.library().render(page), as: UTF8.self)
        #expect(text.contains("class=\"happened\"") && text.contains("What happened in the days drawn"))
        let forecast = try #require(Samples.forecasts("x").first)
        let last = Int(forecast.origin.daysSince2000)
        func events(_ days: [Int]) -> [Int] {
            FanChart(
                forecast,
                events: days.map {
                    ForecastEvent(DayStamp(daysSince2000: Int32(last + $0)), "cut", link: nil, text: .english)
                }, label: "", plot: .wide, text: .english
            ).events.map { Int($0.on.daysSince2000) - last }
        }
        #expect(events([1, 0, -1, -5_000]) == [0, -1], "neither what is still to come nor what is too long ago")
        #expect(events(Array(repeating: 0, count: 500)).count == ForecastEvent.most)
    }
}
