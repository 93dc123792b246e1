package import Foundation
package import SimulationSupport

/// The search over Hacker News: newest first, twenty a page unless it is asked for more, and nothing behind the first 1,000 of a question.
package struct HackerNewsSite: SimulatedSite {
    static let window = 1_000
    static let mostHits = 1_000

    private let world: SourceWorld

    package init(world: SourceWorld) { self.world = world }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        switch (asked.method, asked.place) {
        case ("GET", "/api/v1/search_by_date"): [search(asked, at: now)]
        default: [.answer("404 Not Found")]
        }
    }

    private func search(_ asked: FakeSite.Asked, at now: Date) -> FakeSite.Step {
        guard asked.value("tags") == "story", let before = before(asked, at: now),
            let size = number("hitsPerPage", of: asked, or: 20), (1...Self.mostHits).contains(size),
            let page = number("page", of: asked, or: 0), (0...Self.window).contains(page)
        else { return .json("{\"status\": 400, \"message\": \"invalid query\"}", status: "400 Bad Request") }
        let total = world.posts(before: before)
        let first = page * size
        let last = min(first + size, Self.window, total)
        let hits = (first..<max(first, last)).map { json(Submission(number: total - 1 - $0, in: world), at: now) }
        let pages = (min(total, Self.window) + size - 1) / size
        return .json(
            """
            {"hits": [\(hits.joined(separator: ","))], "nbHits": \(total), "page": \(page), "nbPages": \(pages),
             "hitsPerPage": \(size), "exhaustiveNbHits": true, "query": "", "processingTimeMS": 5}
            """)
    }

    /// Before which second stories are asked for; nil for a filter that is not understood.
    private func before(_ asked: FakeSite.Asked, at now: Date) -> Int? {
        let next = Int(now.timeIntervalSince1970.rounded(.down)) + 1
        guard let filter = asked.value("numericFilters") else { return next }
        let parts = filter.split(separator: "<", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == "created_at_i" else { return nil }
        return Int(parts[1]).map { min($0, next) }
    }

    private func number(_ name: String, of asked: FakeSite.Asked, or usual: Int) -> Int? {
        guard let text = asked.value(name) else { return usual }
        return Int(text)
    }

    private func json(_ post: Submission, at now: Date) -> String {
        let second = Int(post.published.timeIntervalSince1970)
        let link = post.link.map { JSONText.quoted($0 + ($0.contains("?") ? "&" : "?") + "utm_source=hn") }
        let html = post.text.map { JSONText.quoted("<p>" + $0.replacing("'", with: "&#x27;")) }
        let kind = post.kind == .story ? [] : [post.kind.rawValue]
        let tags = ["story", "author_u\(post.id % 90)", "story_\(post.id)"] + kind
        return """
            {"created_at": "\(post.published.formatted(.iso8601))", "title": \(JSONText.quoted(post.title)), "url": \(link ?? "null"),
             "author": "u\(post.id % 90)", "points": \(post.points(at: now, seed: world.seed)), "story_text": \(html ?? "null"),
             "comment_text": null, "num_comments": \(post.comments(at: now, seed: world.seed)), "story_id": \(post.id),
             "story_title": null, "parent_id": null, "created_at_i": \(second),
             "_tags": [\(tags.map(JSONText.quoted).joined(separator: ","))], "objectID": "\(post.id)",
             "_highlightResult": {"title": {"value": \(JSONText.quoted(post.title)), "matchLevel": "none", "matchedWords": []}}}
            """
    }
}
