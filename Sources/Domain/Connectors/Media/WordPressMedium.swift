package import Foundation
import HTTPTypes
import Outbound

/// A medium that runs on WordPress: its feed, page by page, with both validators (WordPress answers 304 only if both match).
///
/// A feed shows a window of the newest articles. When it has moved on so far since the last run that the two windows do not touch, older
/// pages are read until they do.
package struct WordPressMedium: ArticleSource {
    /// Pages of one run at most, so that a site whose dates make no sense does not lead on for ever.
    static let mostPages = 20

    package let profile: SourceProfile
    private let feed: String
    private let since: Date?

    /// - Parameters:
    ///   - feed: the path of the feed, ending with `/`.
    ///   - since: how far back the first run goes; nil for the newest page alone.
    package init(profile: SourceProfile, feed: String = "/feed/", since: Date? = nil) {
        self.profile = profile
        self.feed = feed
        self.since = since
    }

    package func articles(
        at cursor: SourceCursor?, through door: SourceDoor
    ) async throws -> SourcePage<Article> {
        let place = FeedCursor(cursor ?? SourceCursor())
        let path = place.page == 1 ? feed : "\(feed)?paged=\(place.page)"
        let visit = try await door.read(path, fields: place.page == 1 ? place.validators.fields : [:])
        switch visit.verdict {
        case .unchanged: return SourcePage(visit: visit, records: [], cursor: place.done.cursor, isLast: true)
        // Past the last page.
        case .missing where place.page > 1:
            return SourcePage(visit: visit, records: [], cursor: place.done.cursor, isLast: true)
        case .good: break
        case .missing: throw SourceProblem.missing
        case .signedOut: throw SourceProblem.signedOut
        case .notUnderstood, .refused, .tooFast, .transient:
            throw SourceProblem.notUnderstood(status: visit.answer.status)
        }
        let found = try FeedReader.read(visit.answer.body, from: visit.answer.address)
        let dates = found.articles.compactMap(\.published)
        var next = place
        if place.page == 1 {
            // Only an answer that was read may be the one we ask about the next time.
            next.validators = Validators(visit.answer.fields)
            next.found = dates.max() ?? place.newest
        }
        let goal = place.newest ?? since
        let reaches = goal.map { goal in (dates.min() ?? .distantPast) <= goal } ?? true
        let isLast = reaches || found.articles.isEmpty || place.page >= Self.mostPages
        if isLast { next = next.done } else { next.page += 1 }
        return SourcePage(
            visit: visit, records: found.articles, rejects: found.rejects, cursor: next.cursor, isLast: isLast)
    }
}
