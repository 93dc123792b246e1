import Documents
package import Foundation
import HTTPTypes
package import Outbound

/// Hacker News, by the search over it that Algolia runs: its stories, the newest first.
///
/// No question is shown more than its first 1,000 stories, so each asks for what is older than the last page. A run goes back a little
/// further than the one before it began, since points and comments of young stories still grow.
package struct HackerNews: PostSource {
    /// Stories of a page.
    static let pageSize = 100
    /// Stories that a question is shown at most, on all of its pages.
    static let window = 1_000
    /// Pages of one run at most; the next one goes on from there.
    static let mostPages = 60
    /// How far back stories are read again, in seconds.
    static let overlap = 48 * 3_600
    /// How far back the first run goes where nobody says how far, in seconds.
    static let firstReach = 7 * 86_400

    package let profile: SourceProfile
    /// Where people read it; nothing is asked there.
    private let site: WebAddress
    private let since: Date?
    private let now: @Sendable () -> Date

    /// - Parameters:
    ///   - base: where it is; nil for Algolia's own host.
    ///   - since: how far back the first run goes; nil for a week.
    package init(
        base: WebAddress? = nil, since: Date? = nil, now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        let own = try WebAddress("https://hn.algolia.com/")
        site = try WebAddress("https://news.ycombinator.com/")
        var policy = VisitPolicy()
        policy.gap = 2
        policy.requestsPerDay = 2_000
        let profile = SourceProfile(
            code: "hackernews", name: "Hacker News", kind: .community, base: own, policy: policy)
        self.profile = base.map(profile.moved) ?? profile
        self.since = since
        self.now = now
    }

    package func posts(at cursor: SourceCursor?, through door: SourceDoor) async throws -> SourcePage<Post> {
        var place = HackerNewsCursor(cursor ?? SourceCursor())
        let visit = try await door.read(Self.path(place), fields: [.accept: "application/json"])
        guard let hits = try JSONAnswer.read(visit)["hits"]?.list else {
            throw SourceProblem.wrongShape(expected: "a list of stories", found: "JSON without one")
        }
        let moment = now()
        var (records, rejects, seconds) = ([Post](), [RecordReject](), [Int]())
        for (index, hit) in hits.enumerated() {
            if let second = HackerNewsStory.second(of: hit) { seconds.append(second) }
            switch HackerNewsStory.read(hit, by: moment, site: site) {
            case .success(let post): records.append(post)
            case .failure(let reject): rejects.append(RecordReject(index: index, reason: reject.reason))
            }
        }
        // Going on would read the same stories again and again.
        if let before = place.before, let oldest = seconds.min(), oldest >= before {
            throw SourceProblem.wrongShape(expected: "older stories", found: "newer ones")
        }
        let isLast = place.turn(
            past: seconds, isEmpty: hits.isEmpty, since: since.map(Self.second), now: Self.second(moment))
        return SourcePage(visit: visit, records: records, rejects: rejects, cursor: place.cursor, isLast: isLast)
    }

    private static func path(_ place: HackerNewsCursor) -> String {
        let page = place.page == 0 ? "" : "&page=\(place.page)"
        let slice = place.before.map { "&numericFilters=created_at_i%3C\($0)" } ?? ""
        return "/api/v1/search_by_date?tags=story&hitsPerPage=\(pageSize)\(page)\(slice)"
    }

    private static func second(_ date: Date) -> Int { Int(date.timeIntervalSince1970.rounded(.down)) }
}
