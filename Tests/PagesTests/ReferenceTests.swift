import Mustache
import Pages
import Testing

/// Our renderer against swift-mustache: the same bytes for the part of the language that is used.
struct ReferenceTests {
    /// swift-mustache reads a parent's name with `/` but not its closing tag, so layouts get another name for it.
    private func reference() throws -> MustacheLibrary {
        var library = MustacheLibrary()
        for (name, source) in try Project.sources() {
            try library.register(
                source.replacing("layouts/", with: "layouts."), named: name.replacing("layouts/", with: "layouts."))
        }
        return library
    }

    private func rendered<P: Page>(_ page: P, by library: MustacheLibrary) -> String? {
        library.render(ReferencePage(page), withTemplate: P.template)
    }

    private func ours(_ page: some Page, by library: TemplateLibrary) -> String {
        String(decoding: library.render(page), as: UTF8.self)
    }

    @Test(arguments: ["plain", "a&b <i> \"q\" 'p'", "Älva Façonnable 12 yr", ""])
    func every_page_has_the_same_bytes(_ word: String) throws {
        let library = try Project.library()
        let reference = try reference()
        for page in Samples.all(word) {
            let mine = ours(page, by: library).split(separator: "\n", omittingEmptySubsequences: false)
            let other = rendered(page, by: reference) ?? ""
            let theirs = other.split(separator: "\n", omittingEmptySubsequences: false)
            let difference = zip(mine, theirs).first { $0 != $1 }
            #expect(mine.count == theirs.count, "\(type(of: page))")
            #expect(difference?.0 == difference?.1, "\(type(of: page))")
        }
    }

    /// Sections, inverted sections, lists, comments, partials and blocks with every kind of white space around them.
    @Test(arguments: [
        "{{#hasRows}}yes{{/hasRows}}", "a\n{{#hasRows}}\nyes\n{{/hasRows}}\nb\n",
        "a\n  {{#hasRows}}  \n yes\n  {{/hasRows}}\nb",
        "{{^hasRows}}no{{/hasRows}}|{{^hasNoData}}no{{/hasNoData}}", "{{#columns}}<{{label}}>{{/columns}}",
        "{{#columns}}\n- {{label}}{{#sort}} ({{sort}}){{/sort}}{{^sort}} -{{/sort}}\n{{/columns}}\nend\n",
        "{{^columns}}none{{/columns}}", "{{#filter}}{{#hidden}}{{name}}={{value}};{{/hidden}}{{/filter}}",
        "a {{! note }} b\n{{! alone }}\n  {{! indented }}\nc\n{{! two\nlines }}\nd",
        "a\n{{> piece}}\nb{{> piece}}c", "{{> piece}}", "{{text.trendsNext}} {{ text.trendsNext }}",
        "{{showing}} {{ignored}}",
        "{{< frame}}{{$x}}given{{/x}}{{/frame}}", "{{< frame}}\n{{$x}}\ngiven {{showing}}\n{{/x}}\n{{/frame}}\nend",
        "{{< frame}}{{/frame}}",
        "\n\n{{#hasRows}}\n\n{{/hasRows}}\n\n", "{{#hasRows}}a{{#next}} b {{/next}}c{{/hasRows}}", "} }} { {a", "",
    ])
    func a_piece_of_the_language_has_the_same_bytes(_ body: String) throws {
        let body = body.replacing("<{{label}}>", with: "[{{label}}]")
        let extra = ["piece": "[{{showing}}]\n", "frame": "before\n{{$x}}\nstandard\n{{/x}}\nafter\n"]
        var sources = try Project.sources().merging(extra) { $1 }
        sources[TrendsPage.template] = body
        var reference = try reference()
        for (name, source) in extra { try reference.register(source, named: name) }
        try reference.register(body, named: TrendsPage.template)
        for page in [Samples.trends("a<b"), Samples.noTrends("x"), Samples.noResult(""), Samples.pastTrends("y")] {
            #expect(ours(page, by: try TemplateLibrary(sources: sources)) == rendered(page, by: reference))
        }
    }

    @Test func swift_mustache_lets_a_bracket_with_a_combining_mark_through_and_we_do_not() throws {
        let word = "<\u{0338}b"
        let html = try #require(try rendered(Samples.signIn(word), by: reference()))
        let mine = ours(Samples.signIn(word), by: try Project.library())
        #expect(
            Array(html.utf8).split(separator: UInt8(ascii: "<")).count
                > Array(mine.utf8).split(separator: UInt8(ascii: "<")).count)
    }
}
