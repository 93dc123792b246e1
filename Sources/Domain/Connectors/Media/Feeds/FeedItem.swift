import Documents
import Foundation
import Outbound

/// One item of a feed, whichever kind it is of.
struct FeedItem {
    /// Why an item is no article.
    struct Reject: Error {
        let reason: String
    }

    /// Those of feeds themselves; others say things about something else.
    private static let own: Set<String> = [
        "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/", "http://purl.org/atom/ns#",
        "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/", "http://my.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2",
    ]

    private let nodes: [MarkupNode]
    private let about: String?

    init(_ node: MarkupNode) {
        nodes = node.children
        about = node["about"]
    }

    func article(base: WebAddress) -> Result<Article, Reject> {
        let title = PlainText.of(text("title") ?? "")
        let id = text("guid") ?? text("id")
        guard let url = link.flatMap({ ArticleAddress.canonical($0, base: base) }) else {
            return .failure(Reject(reason: "it has no address"))
        }
        guard !title.isEmpty || id != nil else { return .failure(Reject(reason: "it has neither a title nor an id")) }
        return .success(
            Article(
                externalID: id ?? about ?? url, url: url, title: title.isEmpty ? url : title, author: author,
                published: date("pubDate") ?? date("published") ?? date("date") ?? date("issued"),
                modified: date("updated") ?? date("modified"), summary: summary, tags: tags))
    }

    private func first(_ name: String) -> MarkupNode? { nodes.first { $0.name == name } }

    private func text(_ name: String) -> String? {
        // `media:title` and `itunes:title` are about something else.
        let node = nodes.first { $0.name == name && ($0.namespace.map(Self.isOwn) ?? true) }
        let text = node?.text.trimmingCharacters(in: .whitespacesAndNewlines)
        return text?.isEmpty == false ? text : nil
    }

    private static func isOwn(_ namespace: String) -> Bool { own.contains(namespace) }

    private var link: String? {
        let links = nodes.filter { $0.name == "link" && ($0.namespace.map(Self.isOwn) ?? true) }
        // Atom's are attributes, of which the page itself is the alternate.
        let alternate = links.first { $0["href"] != nil && ($0["rel"] ?? "alternate") == "alternate" }
        if let address = alternate?["href"] { return address }
        if let address = text("link") { return address }
        if let guid = first("guid"), guid["isPermaLink"]?.lowercased() != "false" { return text("guid") }
        return about
    }

    private var author: String? {
        let name = first("author")?.children.first { $0.name == "name" }?.text
        let author = PlainText.of(name ?? text("creator") ?? text("author") ?? "")
        return author.isEmpty ? nil : author
    }

    private var tags: [String] {
        var seen: Set<String> = []
        return nodes.filter { $0.name == "category" || $0.name == "subject" }
            .map { PlainText.of($0["term"] ?? $0.text) }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private var summary: String? {
        let html = text("description") ?? text("summary") ?? text("encoded") ?? text("content")
        guard let html else { return nil }
        return ArticleSummary.of(html)
    }

    private func date(_ name: String) -> Date? { text(name).flatMap(FeedDate.read) }
}
