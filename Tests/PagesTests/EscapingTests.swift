import Pages
import Testing

/// Text from outside never becomes an element, an attribute or a URL.
struct EscapingTests {
    private func html(_ library: TemplateLibrary, _ page: some Page) -> [UInt8] {
        library.render(page)
    }

    @Test(arguments: Payloads.all)
    func a_payload_in_every_text_field_adds_no_tag_and_no_attribute(_ payload: String) throws {
        let library = try Project.library()
        for (page, plain) in zip(Samples.all(payload), Samples.all("plain")) {
            let skeleton = Skeleton(html(library, page))
            let expected = Skeleton(html(library, plain))
            #expect(skeleton.tags == expected.tags, "\(type(of: page))")
            for url in skeleton.urls {
                let isOurs = url.hasPrefix("/") && !url.hasPrefix("//") && !url.hasPrefix("/\\")
                let isApp = url.hasPrefix("otpauth://totp/Tidemark:")
                #expect(isOurs || isApp || url.hasPrefix("#") || url == "https://shop.example/item", "\(url)")
            }
        }
    }

    @Test func a_quote_with_a_combining_mark_does_not_leave_its_attribute() throws {
        let html = String(decoding: try Project.library().render(Samples.signIn("\"\u{0301}")), as: UTF8.self)
        #expect(html.utf8.starts(with: "<!DOCTYPE html>".utf8))
        #expect(html.unicodeScalars.contains("\u{0301}"))
        #expect(Array(html.utf8).count { $0 == UInt8(ascii: "\"") } == plainQuotes())
    }

    private func plainQuotes() -> Int {
        let html = (try? Project.library().render(Samples.signIn("x"))) ?? []
        return html.count { $0 == UInt8(ascii: "\"") }
    }

    @Test func the_skeleton_notices_a_new_element_and_a_new_attribute() {
        let plain = Skeleton(Array("<p class=\"a\">x</p>".utf8))
        #expect(plain != Skeleton(Array("<p class=\"a\"><b></b></p>".utf8)))
        #expect(plain != Skeleton(Array("<p class=\"a\" onclick=\"x\">x</p>".utf8)))
        #expect(plain == Skeleton(Array("<p class=\"other\">text</p>".utf8)))
    }

    @Test func no_page_has_an_inline_style_or_script() throws {
        let library = try Project.library()
        for page in Samples.all("plain") {
            let tags = Skeleton(html(library, page)).tags
            for tag in tags {
                let names = tag.split(separator: " ").dropFirst()
                #expect(!names.contains("style") && !names.contains { $0.hasPrefix("on") }, "\(tag)")
                #expect(!tag.hasPrefix("style"), "\(tag)")
            }
            #expect(tags.count { $0.hasPrefix("script") } == 1)
        }
    }
}
