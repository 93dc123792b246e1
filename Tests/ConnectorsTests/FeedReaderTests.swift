import Connectors
import Foundation
import Outbound
import Testing

@Suite struct FeedReaderTests {
    private func read(_ text: String) throws -> FeedReader.Feed {
        try FeedReader.read(Array(text.utf8), from: try WebAddress("https://news.example/feed/"))
    }

    private static let wordPress = """

         <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
        <channel><title>Example &amp;#8217;s Daily</title><atom:link href="https://news.example/feed/" rel="self"/>
        <link>https://news.example</link>
        <item><media:title>A picture</media:title><title>Casa &amp;amp; Brava <b>adds</b> cristalino</title>
        <link>https://NEWS.example/2026/10/casa/?utm_source=rss&amp;id=7&amp;fbclid=x#top</link>
        <dc:creator><![CDATA[Ana Ruiz]]></dc:creator><pubDate>Thu, 01 Oct 2026 09:40:00 -0400</pubDate>
        <category><![CDATA[Tequila]]></category><category>New &amp; Products</category><category>Tequila</category>
        <guid isPermaLink="false">https://news.example/?p=48811</guid>
        <description><![CDATA[<p>The brand&#8217;s fourth expression&#8230; [&#8230;]</p><p>The post <a href="x">Casa</a> appeared first on <a href="y">Example</a>.</p>]]></description>
        <media:content url="https://news.example/cb.jpg"/></item>
        <item><title>Only a permanent link</title><guid>https://news.example/b</guid><pubDate>nonsense</pubDate></item>
        <item><title>Nowhere</title></item>
        <item><link>javascript:alert(1)</link><title>Script</title></item>
        </channel></rss>
        """

    @Test func rss_is_read_with_all_it_says() throws {
        let feed = try read(Self.wordPress)
        #expect(feed.title == "Example \u{2019}s Daily" && feed.articles.count == 2)
        let article = try #require(feed.articles.first)
        #expect(article.externalID == "https://news.example/?p=48811")
        #expect(article.url == "https://news.example/2026/10/casa/?id=7")
        #expect(article.title == "Casa & Brava adds cristalino" && article.author == "Ana Ruiz")
        #expect(article.published == Date(timeIntervalSince1970: 1_790_862_000))
        #expect(article.tags == ["Tequila", "New & Products"])
        #expect(article.summary == "The brand\u{2019}s fourth expression\u{2026}")
        #expect(feed.articles[1].url == "https://news.example/b" && feed.articles[1].published == nil)
        #expect(feed.rejects.map(\.index) == [2, 3])
    }

    @Test func atom_is_read() throws {
        let feed = try read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title type="html">A &lt;b&gt;site&lt;/b&gt;</title>
            <entry><id>tag:x,2026:1</id><title>Gin</title><link rel="self" href="https://x.example/1.atom"/>
            <link rel="alternate" href="/gin"/><published>2026-10-01T13:40:00.123+02:00</published>
            <updated>2026-10-01T14:00:00Z</updated><author><name>Bo</name></author><category term="Gin"/>
            <summary type="html">&lt;p&gt;Dry&lt;/p&gt;</summary></entry></feed>
            """)
        let article = try #require(feed.articles.first)
        #expect(feed.title == "A site" && article.externalID == "tag:x,2026:1")
        #expect(article.url == "https://news.example/gin" && article.author == "Bo" && article.tags == ["Gin"])
        #expect(article.published == Date(timeIntervalSince1970: 1_790_854_800))
        #expect(article.modified == Date(timeIntervalSince1970: 1_790_863_200) && article.summary == "Dry")
    }

    @Test func rss_1_is_read() throws {
        let feed = try read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Old</title></channel>
            <item rdf:about="https://x.example/1"><title>Rum</title><link>https://x.example/1</link>
            <dc:date>2026-10-01</dc:date></item></rdf:RDF>
            """)
        #expect(feed.title == "Old" && feed.articles.first?.externalID == "https://x.example/1")
        #expect(feed.articles.first?.published == Date(timeIntervalSince1970: 1_790_812_800))
    }

    @Test(arguments: [
        "", "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>", "{\"a\": 1}",
        "<sitemapindex/>", "<rss version='2.0'></rss>",
    ])
    func what_is_no_feed_is_told(text: String) {
        #expect {
            try read(text)
        } throws: { error in
            guard case .wrongShape(expected: "a feed", _) = error as? SourceProblem else { return false }
            return true
        }
    }

    @Test func a_feed_that_is_cut_off_gives_what_is_whole_of_it() throws {
        let cut = try #require(Self.wordPress.range(of: "<item><title>Only"))
        #expect(try read(String(Self.wordPress[..<cut.lowerBound])).articles.count == 1)
    }

    @Test func a_long_text_is_cut_at_a_word() throws {
        let words = String(repeating: "tide mark ", count: 100)
        let feed = try read(
            "<rss><channel><item><link>https://x.example/</link><title>x</title><description>\(words)</description></item></channel></rss>"
        )
        let summary = try #require(feed.articles.first?.summary)
        #expect(summary.count <= 300 && summary.hasSuffix("tide\u{2026}") || summary.hasSuffix("mark\u{2026}"))
    }
}
