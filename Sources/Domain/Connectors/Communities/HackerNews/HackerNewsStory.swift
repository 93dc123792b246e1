import Documents
import Foundation
import Outbound

/// A story as the search shows it, read. Who wrote it is left out. Pure.
enum HackerNewsStory {
    struct Reject: Error {
        let reason: String
    }

    /// When a story can have been written: from the year the site began, to 2100.
    static let era = 1_150_000_000...4_102_444_800

    /// Tags that say what it is. Others say who wrote it and which one it is.
    private static let kinds: Set<String> = ["ask_hn", "show_hn", "launch_hn", "front_page", "poll", "job"]
    /// Characters of a text that are looked at for its beginning.
    private static let mostRead = 8_192
    /// A number beyond that is a slip.
    private static let mostCount = 1_000_000_000

    /// When it was written, in seconds since the Unix epoch.
    static func second(of hit: JSONValue) -> Int? {
        if let second = hit.integer("created_at_i"), era.contains(second) { return second }
        let second = hit.text("created_at").flatMap(FeedDate.read).map { Int($0.timeIntervalSince1970) }
        return second.flatMap { era.contains($0) ? $0 : nil }
    }

    /// - Parameters:
    ///   - moment: what is dated ahead of it is no story.
    ///   - site: where people read it.
    static func read(_ hit: JSONValue, by moment: Date, site: WebAddress) -> Result<Post, Reject> {
        guard let id = hit.text("objectID", "story_id"), isNumber(id) else {
            return .failure(Reject(reason: "it has no id"))
        }
        guard let second = second(of: hit) else { return .failure(Reject(reason: "it has no date")) }
        let published = Date(timeIntervalSince1970: Double(second))
        // Clocks differ a little.
        guard published.timeIntervalSince(moment) < 3_600 else {
            return .failure(Reject(reason: "it is dated ahead"))
        }
        let title = hit.text("title").flatMap(Self.line)
        let text = hit.text("story_text").flatMap { html in
            Excerpt.of(PlainText.of(String(html.prefix(mostRead))), most: Post.mostText)
        }
        let link = hit.text("url").flatMap { ArticleAddress.canonical($0, base: site) }
        guard title != nil || text != nil || link != nil else { return .failure(Reject(reason: "it says nothing")) }
        let comments = count(hit, "num_comments").flatMap { $0 >= 0 ? $0 : nil }
        return .success(
            Post(
                externalID: id, url: site.at("/item?id=\(id)").description, title: title, text: text, link: link,
                published: published, tags: tags(of: hit),
                counts: PostCounts(score: count(hit, "points"), comments: comments)))
    }

    private static func isNumber(_ id: String) -> Bool {
        (1...20).contains(id.utf8.count) && id.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Titles are plain text in which now and then something is written as HTML writes it; `<` stands for itself.
    private static func line(_ text: String) -> String? {
        let text = String(text.prefix(mostRead))
        let line =
            text.contains("&") ? PlainText.of(text) : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return Excerpt.of(line, most: Post.mostText)
    }

    private static func count(_ hit: JSONValue, _ name: String) -> Int? {
        hit.integer(name).flatMap { $0.magnitude <= mostCount ? $0 : nil }
    }

    private static func tags(of hit: JSONValue) -> [String] {
        var seen: Set<String> = []
        return (hit["_tags"]?.list ?? []).compactMap { tag -> String? in
            guard case .string(let name) = tag, kinds.contains(name), seen.insert(name).inserted else { return nil }
            return name
        }
    }
}
