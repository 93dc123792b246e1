import Documents
package import Outbound

/// Reads feeds: RSS 2.0 and its relatives, RSS 1.0 (RDF), Atom. Pure: bytes in, articles out.
package enum FeedReader {
    /// What a feed says.
    package struct Feed: Sendable {
        package let title: String
        package let articles: [Article]
        package let rejects: [RecordReject]
    }

    /// - Parameter base: where it was read, for addresses that are not whole.
    /// - Throws: `SourceProblem.wrongShape` for what is no feed, such as a page at the address of one.
    package static func read(_ bytes: [UInt8], from base: WebAddress) throws(SourceProblem) -> Feed {
        guard let document = try? MarkupDocument(xml: bytes), let root = document.root else {
            throw .wrongShape(expected: "a feed", found: bytes.isEmpty ? "nothing" : "no XML")
        }
        let channel: MarkupNode
        let items: [MarkupNode]
        switch root.name {
        case "rss":
            guard let found = root.children.first(where: { $0.name == "channel" }) else {
                throw .wrongShape(expected: "a feed", found: "an RSS document without a channel")
            }
            channel = found
            // Some put items beside the channel, as RSS 1.0 does.
            items = (found.children + root.children).filter { $0.name == "item" }
        case "RDF":
            channel = root.children.first { $0.name == "channel" } ?? root
            items = root.children.filter { $0.name == "item" }
        case "feed":
            channel = root
            items = root.children.filter { $0.name == "entry" }
        case let other: throw .wrongShape(expected: "a feed", found: "a document of the kind “\(other.prefix(20))”")
        }
        var articles: [Article] = []
        var rejects: [RecordReject] = []
        for (index, item) in items.enumerated() {
            switch FeedItem(item).article(base: base) {
            case .success(let article): articles.append(article)
            case .failure(let reject): rejects.append(RecordReject(index: index, reason: reject.reason))
            }
        }
        let title = channel.children.first { $0.name == "title" }?.text ?? ""
        return Feed(title: PlainText.of(title), articles: articles, rejects: rejects)
    }
}
