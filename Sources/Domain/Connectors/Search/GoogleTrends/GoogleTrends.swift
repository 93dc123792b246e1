import Documents
package import Foundation
import HTTPTypes
package import Outbound

/// Google Trends, as its own pages read it: how much people search for some terms, week by week over a year.
///
/// Five terms at most are compared with each other, and values of two comparisons say nothing about each other. So the first term stands
/// in every one of them, for whoever wants to bring them to one measure; each comparison is a page.
package struct GoogleTrends: SeriesSource {
    /// Terms of a comparison.
    static let mostTerms = 5
    /// The time that is looked at, as the source says it.
    static let span = "today 12-m"
    /// How long it is left alone after it asked for a person, in seconds.
    static let rest = 900.0

    package let profile: SourceProfile
    private let market: GoogleTrendsMarket
    private let comparisons: [[String]]
    private let now: @Sendable () -> Date

    /// - Parameter base: where it is; nil for Google's own host.
    package init(
        terms: SearchTerms, market: GoogleTrendsMarket, base: WebAddress? = nil,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        let own = try WebAddress("https://trends.google.com/")
        var policy = VisitPolicy()
        policy.gap = 6
        policy.requestsPerDay = 2_000
        let profile = SourceProfile(
            code: "googletrends", name: "Google Trends", kind: .search, base: own, policy: policy)
        self.profile = base.map(profile.moved) ?? profile
        self.market = market
        comparisons = Self.comparisons(of: terms.all)
        self.now = now
    }

    private static func comparisons(of terms: [String]) -> [[String]] {
        let others = Array(terms.dropFirst())
        let starts = stride(from: 0, to: max(1, others.count), by: mostTerms - 1)
        return starts.map { start in Array(terms.prefix(1)) + others.dropFirst(start).prefix(mostTerms - 1) }
    }

    // MARK: - Reading

    package func points(at cursor: SourceCursor?, through door: SourceDoor) async throws -> SourcePage<SeriesPoint> {
        let kept = cursor?["group"].flatMap { Int($0) } ?? 0
        // There may be fewer terms than there were.
        let number = comparisons.indices.contains(kept) ? kept : 0
        let terms = comparisons[number]
        // Without this cookie nothing is answered. It is fetched where a run begins and nowhere else, so that the questions of a run stand
        // in the same order whenever its answers are read again; whoever goes on without it is handed one with a refusal that passes.
        if number == 0, door.cookie("NID") == nil { _ = try await ask("/?geo=\(market.country)", door) }
        let (chart, visit) = try await line(of: terms, door)
        let answer = try JSONAnswer.read(visit, isGuarded: true)
        let timeline = try TrendsTimeline(
            answer, terms: terms, market: market, resolution: chart.resolution, scale: scale(of: terms), by: now())
        let isLast = number + 1 == comparisons.count
        return SourcePage(
            visit: visit, records: timeline.points, rejects: timeline.rejects,
            cursor: SourceCursor(isLast ? [:] : ["group": "\(number + 1)"]), isLast: isLast)
    }

    /// What values may be compared with each other. Never longer than 600 characters, since terms are not.
    private func scale(of terms: [String]) -> String {
        "\(market.rawValue)|\(Self.span)|\(terms.joined(separator: ","))"
    }

    /// The chart of some terms and what stands in it.
    private func line(of terms: [String], _ door: SourceDoor) async throws -> (TrendsChart, Visit) {
        let chart = try await explore(terms, door)
        let visit = try await ask(Self.path(of: chart), door)
        guard visit.verdict == .signedOut else { return (chart, visit) }
        // The token was not good any more; a new one is asked for once.
        let renewed = try await explore(terms, door)
        let second = try await ask(Self.path(of: renewed), door)
        return (renewed, try Self.checked(second))
    }

    private func explore(_ terms: [String], _ door: SourceDoor) async throws -> TrendsChart {
        let items = terms.map { term in
            JSONValue.members([
                ("keyword", .string(term)), ("geo", .string(market.country)), ("time", .string(Self.span)),
            ])
        }
        let request = JSONValue.members([
            ("comparisonItem", .array(items)), ("category", .number("0")), ("property", .string("")),
        ])
        let visit = try await ask("/trends/api/explore?hl=en-US&tz=0&req=\(Self.escaped(request.jsonText))", door)
        return try TrendsChart(in: JSONAnswer.read(Self.checked(visit), isGuarded: true))
    }

    /// What was offered is sent back as it came, but for blanks between its parts: the order of members and the digits of numbers are kept.
    private static func path(of chart: TrendsChart) -> String {
        "/trends/api/widgetdata/multiline?hl=en-US&tz=0&req=\(escaped(chart.request.jsonText))"
            + "&token=\(escaped(chart.token))"
    }

    // MARK: - Asking

    /// - Throws: `VisitFailure.notNow` also where it is said with a page of another host, which asks for a person.
    private func ask(_ place: String, _ door: SourceDoor) async throws -> Visit {
        do {
            return try await door.read(
                place, fields: [.accept: "application/json, text/plain, */*", .acceptLanguage: "en-US"])
        } catch VisitFailure.web(.strangeHost(let host)) where host.hasPrefix("www.google.") {
            throw VisitFailure.notNow(.asked, seconds: Self.rest)
        } catch VisitFailure.refused(status: let status, let wall) where status == 429 && wall == .google {
            throw VisitFailure.notNow(.asked, seconds: Self.rest)
        }
    }

    /// There is nobody to sign in: whoever says so does not understand us.
    private static func checked(_ visit: Visit) throws(SourceProblem) -> Visit {
        guard visit.verdict != .signedOut else { throw .notUnderstood(status: visit.answer.status) }
        return visit
    }

    /// All but letters and digits of ASCII is escaped, so that the same bytes are read there.
    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
