package import Foundation
package import SimulationSupport

/// The medium: a WordPress feed with a window of ten, older pages, and the rule that both validators must match.
package struct VinePairSite: SimulatedSite {
    static let window = 10

    private let world: SourceWorld

    package init(world: SourceWorld) { self.world = world }

    package func answer(_ asked: FakeSite.Asked, at now: Date) -> [FakeSite.Step] {
        switch asked.place {
        case "/robots.txt":
            return [.answer("200 OK", [:], Array("User-agent: *\nDisallow: /wp-json/\nDisallow: /wp-admin/\n".utf8))]
        case "/feed/": return [feed(asked, at: now)]
        default: return [.answer("404 Not Found")]
        }
    }

    private func feed(_ asked: FakeSite.Asked, at now: Date) -> FakeSite.Step {
        let stories = world.stories(by: now)
        let page = asked.value("paged").flatMap { Int($0) } ?? 1
        let shown = stories.dropFirst((page - 1) * Self.window).prefix(Self.window)
        guard page >= 1, page == 1 || !shown.isEmpty else { return .answer("404 Not Found") }
        let modified = Self.text(stories.first?.published ?? world.start).replacing("+0000", with: "GMT")
        let tag = "\"\(modified.utf8.reduce(0) { ($0 &* 31 &+ UInt64($1)) })\""
        if page == 1, asked.field("if-none-match") == tag, asked.field("if-modified-since") == modified {
            return .answer("304 Not Modified", ["ETag": tag])
        }
        let items = shown.map { story in
            """
            <item><title>\(story.title.replacing("&", with: "&amp;amp;"))</title>
            <link>https://vinepair.com/articles/\(story.id)/?utm_source=rss</link><dc:creator><![CDATA[\(story.author)]]></dc:creator>
            <pubDate>\(Self.text(story.published))</pubDate>\(story.tags.map { "<category>\($0)</category>" }.joined())
            <guid isPermaLink="false">https://vinepair.com/?p=\(story.id)</guid>
            <description><![CDATA[<p>It&#8217;s here. [&#8230;]</p><p>The post <a href="x">x</a> appeared first on <a href="y">VinePair</a>.</p>]]></description></item>
            """
        }
        let text = """
            <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>VinePair</title><link>https://vinepair.com</link>\(items.joined())</channel></rss>
            """
        return .answer(
            "200 OK", ["Content-Type": "application/rss+xml; charset=UTF-8", "ETag": tag, "Last-Modified": modified],
            Array(text.utf8))
    }

    /// As RFC 822 wants it.
    private static func text(_ date: Date) -> String {
        let format: Date.FormatString =
            "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) +0000"
        return date.formatted(
            Date.VerbatimFormatStyle(
                format: format, locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
                calendar: Calendar(identifier: .gregorian)))
    }
}
