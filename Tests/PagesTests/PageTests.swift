import Foundation
import Pages
import Routes
import Testing

/// What a reader finds on the pages.
struct PageTests {
    private func html(_ page: some Page) throws -> String {
        String(decoding: try Project.library().render(page), as: UTF8.self)
    }

    /// A kept main part in a new frame is the page as it would have been rendered whole.
    @Test(arguments: ["plain", "a&b <i> \"q\" 'p'", ""])
    func a_page_made_of_frame_and_content_has_the_same_bytes(_ word: String) throws {
        let library = try Project.library()
        for case let page as any FramedPage in Samples.all(word) {
            let content = content(of: page, by: library)
            let frame = library.frame(Samples.frame(word), around: content)
            #expect(frame.before + content.main + frame.after == library.render(page), "\(type(of: page))")
        }
    }

    private func content(of page: some FramedPage, by library: TemplateLibrary) -> PageContent {
        library.content(of: page)
    }

    @Test func the_frame_is_of_whoever_looks_now() throws {
        let library = try Project.library()
        let content = library.content(of: Samples.trends("x"))
        let frame = library.frame(Samples.frame("somebody-else"), around: content)
        #expect(String(decoding: frame.after, as: UTF8.self).contains("somebody-else"))
        #expect(!String(decoding: frame.before + frame.after, as: UTF8.self).contains("value=\"x\""))
    }

    @Test func the_dashboard_title_is_a_sentence_of_state() throws {
        let page = try html(Samples.dashboard("x"))
        #expect(page.contains("<h1>14 products moved up a tier since 16 Nov</h1>"))
        #expect(page.contains("href=\"/trends?sort=momentum\""))
    }

    @Test func an_empty_company_is_taught_the_first_step() throws {
        let page = try html(Samples.emptyDashboard("x"))
        #expect(page.contains("tidemark import"))
        #expect(!page.contains("class=\"tiles\""))
    }

    @Test func a_missing_component_is_said_and_never_zero() throws {
        let row = TrendRow(id: "x", name: "x", score: 50, tier: .stable, retail: nil, price: 0, sources: 1)
        let page = try html(
            TrendsPage(frame: Samples.frame("x"), query: TrendsQuery(), rows: [row], total: 1))
        #expect(page.contains("data-label=\"Retail\"><span class=\"none\">not measured</span>"))
        #expect(page.contains("data-label=\"Price\">0<svg"))
    }

    @Test func the_sorted_column_says_so_and_turns_round() throws {
        let page = try html(Samples.trends("x"))
        #expect(page.contains("aria-sort=\"descending\""))
        #expect(page.components(separatedBy: "aria-sort").count == 2)
        #expect(page.contains("/trends?sort=price&amp;category=x&amp;tier=stable"))
    }

    @Test func the_list_says_where_it_is() throws {
        let page = try html(Samples.trends("x"))
        #expect(page.contains("Showing 51–57 of 12\u{202F}408"))
        #expect(page.contains("rel=\"prev\"") && page.contains("rel=\"next\""))
        #expect(page.contains("left out: x"))
    }

    @Test func a_chosen_filter_stays_chosen_even_if_unknown() throws {
        let query = TrendsQuery(category: "gone")
        let page = try html(
            TrendsPage(frame: Samples.frame("x"), query: query, rows: [], total: 0, categories: []))
        #expect(page.contains("<option value=\"gone\" selected=\"\">gone</option>"))
    }

    @Test func a_raw_record_shows_what_a_browser_would_hide() throws {
        let raw = RawRecordRow(
            bytes: [0x0A, 0x61, 0x00, 0x0D, 0x0A], file: "f", line: 1, importedAt: Samples.now, run: "r")
        let page = try html(
            ListingPage(
                frame: Samples.frame("x"), product: ("p", "x"),
                listing: ListingFacts(
                    name: "x", source: "x", itemKey: "1", url: "javascript:alert(1)", firstSeen: Samples.today,
                    lastSeen: Samples.today),
                price: nil, priceKind: .unknown, match: MatchStory(rule: .new, confidence: nil, decidedAt: Samples.now),
                raw: raw, history: []))
        #expect(page.contains("\n\na␀␍\n</pre>"))
        #expect(!page.contains("href=\"javascript"))
    }

    @Test func an_error_says_what_happened_what_was_kept_and_an_id() throws {
        for kind: ErrorKind in [.notFound, .forbidden(whoCanGrant: nil), .failed, .unavailable(retrySeconds: 1)] {
            let page = try html(ErrorPage(kind: kind, id: "req-7", assets: Samples.assets))
            #expect(page.contains("\(kind.status) · req-7"))
            #expect(page.contains("<h1>"))
        }
        #expect(ErrorKind.notFound.status == 404)
    }

    @Test func every_page_has_one_heading_one_main_and_a_language() throws {
        for page in Samples.all("x") {
            let text = try html(page)
            #expect(text.components(separatedBy: "<h1>").count == 2)
            #expect(text.components(separatedBy: "<main").count == 2)
            #expect(text.contains("<html lang=\"en\">"))
        }
    }

    @Test func ids_are_unique_on_each_page() throws {
        for page in Samples.all("x") {
            let ids = try html(page).components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
            #expect(Set(ids).count == ids.count, "\(type(of: page)) \(ids)")
        }
    }

    @Test func every_text_is_there() {
        for key in TextKey.allCases { #expect(!InterfaceText.english[key].isEmpty, "\(key)") }
    }

    @Test func a_second_factor_is_shown_as_picture_link_and_text() throws {
        let seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
        let setUp = FactorSetUp(frame: Samples.frame("x"), email: "a+b@x.example", seed: seed, isWrong: false)
        let page = try html(SecondFactorPage(frame: Samples.frame("x"), setUp: setUp))
        #expect(page.contains("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"))
        let link = "otpauth://totp/Tidemark:a%2Bb%40x.example?secret=\(seed)&amp;issuer=Tidemark"
        #expect(page.contains("href=\"\(link)"))
        // One square of every dark module, inside the margin of four.
        let view = try #require(page.firstRange(of: "class=\"qr\" viewBox=\"0 0 "))
        let side = try #require(Int(page[view.upperBound...].prefix { $0 != " " }))
        #expect((side - 8 - 17) % 4 == 0 && page.contains("M4 4h7v1h-7z"))
        #expect(!page.contains("NaN") && page.contains("<path d=\"M0 0h\(side)v\(side)h-\(side)z\" fill=\"#fff\"/>"))
    }
}
