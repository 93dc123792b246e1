package import Foundation
package import SimulationSupport

/// Google Trends: nothing without its cookie, five terms at most, and charts only for whoever sends back exactly what was offered, in time.
package struct GoogleTrendsSite: SimulatedSite {
    static let mostTerms = 5
    static let span = "today 12-m"
    /// How long an offer holds, in seconds.
    static let tokenLife = 600

    private let world: SourceWorld

    package init(world: SourceWorld) { self.world = world }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        guard asked.method == "GET" else { return [.answer("405 Method Not Allowed")] }
        let second = Int(now.timeIntervalSince1970.rounded(.down))
        switch asked.place {
        case "/robots.txt": return [.answer("200 OK", [:], Array("User-agent: *\nDisallow: /trends/embed/\n".utf8))]
        case "/": return [.answer("200 OK", cookie(at: second), Array("<title>Trends</title>".utf8))]
        case "/trends/api/explore", "/trends/api/widgetdata/multiline":
            guard asked.cookie("NID") != nil else {
                let page = "<title>Error 429 (Too Many Requests)!!1</title>"
                return [.answer("429 Too Many Requests", cookie(at: second), Array(page.utf8))]
            }
            guard asked.value("hl") != nil, asked.value("tz") != nil, let request = asked.value("req") else {
                return [.answer("400 Bad Request")]
            }
            return [
                asked.place.hasSuffix("explore")
                    ? explore(request, at: second) : chart(request, asked.value("token") ?? "", at: now)
            ]
        default: return [.answer("404 Not Found")]
        }
    }

    private func cookie(at second: Int) -> [String: String] {
        ["Set-Cookie": "NID=511=\(Int(SourceWorld.chance(world.seed, second) * 1e9)); Path=/; HttpOnly"]
    }

    // MARK: - Offers

    private func explore(_ request: String, at second: Int) -> FakeSite.Step {
        let items = Self.object(request)["comparisonItem"] as? [[String: Any]] ?? []
        let terms = items.compactMap { $0["keyword"] as? String }.filter { !$0.isEmpty }
        let markets = Set(items.compactMap { $0["geo"] as? String })
        guard (1...Self.mostTerms).contains(items.count), terms.count == items.count, markets.count == 1,
            let market = markets.first, market.isEmpty || market.wholeMatch(of: /[A-Z]{2}(-[A-Z]{2})?/) != nil,
            items.allSatisfy({ $0["time"] as? String == Self.span })
        else { return .answer("400 Bad Request", [:], Array("<title>Error 400 (Bad Request)!!1</title>".utf8)) }
        let place = market.isEmpty ? "{}" : "{\"country\":\"\(market)\"}"
        let compared = terms.map { term in
            "{\"geo\":\(place),\"complexKeywordsRestriction\":{\"keyword\":[{\"type\":\"BROAD\",\"value\":\(JSONText.quoted(term))}]}}"
        }
        let chart =
            "{\"time\":\"\(Self.day(second - 365 * 86_400)) \(Self.day(second))\",\"resolution\":\"WEEK\",\"locale\":\"en-US\","
            + "\"comparisonItem\":[\(compared.joined(separator: ","))],"
            + "\"requestOptions\":{\"property\":\"\",\"backend\":\"IZG\",\"category\":0},"
            + "\"userConfig\":{\"userType\":\"USER_TYPE_LEGIT_USER\"}}"
        return Self.guarded(
            ")]}'\n",
            """
            {"widgets": [{"id": "RELATED_QUERIES", "type": "fe_related_searches", "token": "APP6_none", "request": {}},
             {"id": "TIMESERIES", "type": "fe_line_chart", "title": "Interest over time", "token": "\(token(for: chart, at: second))",
              "version": "1", "request": \(chart), "lineAnnotationText": "Search interest"}], "timeRanges": ["Past 12 months"]}
            """)
    }

    /// Belongs to exactly this text and this moment.
    private func token(for request: String, at second: Int) -> String {
        let sum = (request + "\(second)").utf8.reduce(world.seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return "APP6_\(second)_\(String(sum, radix: 36))="
    }

    // MARK: - Charts

    private func chart(_ request: String, _ token: String, at now: Date) -> FakeSite.Step {
        let second = Int(now.timeIntervalSince1970.rounded(.down))
        let offered = token.split(separator: "_").dropFirst().first.flatMap { Int($0) } ?? 0
        guard token == self.token(for: request, at: offered), (0...Self.tokenLife).contains(second - offered) else {
            return .answer("401 Unauthorized", [:], Array("<title>Error 401 (Unauthorized)!!1</title>".utf8))
        }
        let items = Self.object(request)["comparisonItem"] as? [[String: Any]] ?? []
        let terms = items.compactMap { item in
            let words = (item["complexKeywordsRestriction"] as? [String: Any])?["keyword"] as? [[String: Any]]
            return words?.first?["value"] as? String
        }
        let market = (items.first?["geo"] as? [String: Any])?["country"] as? String ?? ""
        let weeks = world.interest(in: terms, market: market, by: now).map(Self.json)
        return Self.guarded(
            ")]}',\n", "{\"default\": {\"timelineData\": [\(weeks.joined(separator: ","))], \"averages\": []}}")
    }

    private static func json(_ week: InterestWeek) -> String {
        let second = Int(week.from.timeIntervalSince1970)
        let values = week.values.map { "\($0 ?? 0)" }
        let shown = zip(values, week.areTiny).map { $1 ? "\"<1\"" : "\"\($0)\"" }
        return """
            {"time": "\(second)", "formattedTime": "\(day(second)) \u{2013} \(day(second + 6 * 86_400))",
             "value": [\(values.joined(separator: ","))], "hasData": [\(week.values.map { "\($0 != nil)" }.joined(separator: ","))],
             "formattedValue": [\(shown.joined(separator: ","))]\(week.isPartial ? ", \"isPartial\": true" : "")}
            """
    }

    private static func guarded(_ guarding: String, _ json: String) -> FakeSite.Step {
        .answer("200 OK", ["Content-Type": "application/json; charset=utf-8"], Array((guarding + json).utf8))
    }

    private static func object(_ text: String) -> [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8))) as? [String: Any] ?? [:]
    }

    private static func day(_ second: Int) -> String {
        String(Date(timeIntervalSince1970: Double(second)).formatted(.iso8601).prefix(10))
    }
}
