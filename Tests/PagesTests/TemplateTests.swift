import Foundation
import Pages
import Testing

/// What a template may not do is found at boot.
struct TemplateTests {
    /// The project's templates with another body for the error page.
    private func problem(_ body: String, extra: [String: String] = [:]) throws -> TemplateProblem? {
        var sources = try Project.sources()
        sources["errors/error"] = body
        sources.merge(extra) { $1 }
        do {
            _ = try TemplateLibrary(sources: sources)
            return nil
        } catch {
            return error
        }
    }

    private func rendered(_ body: String, extra: [String: String] = [:]) throws -> String {
        var sources = try Project.sources()
        sources["errors/error"] = body
        sources.merge(extra) { $1 }
        let page = ErrorPage(kind: .failed, id: "<7>", assets: Samples.assets)
        return String(decoding: try TemplateLibrary(sources: sources).render(page), as: UTF8.self)
    }

    @Test func the_projects_templates_compile() throws {
        _ = try Project.library()
    }

    @Test(arguments: [
        ("{{nam}}", "no field named nam"), ("{{#nam}}x{{/nam}}", "no field named nam"),
        ("{{text.nothing}}", "no text named"), ("{{> nowhere}}", "no template named nowhere"),
        ("{{{id}}}", "without escaping"), ("{{&id}}", "not part of the language"), ("{{=<% %>=}}", "not part of"),
        ("{{id", "not closed"), ("{{#id}}x", "never closed"), ("x{{/id}}", "closes nothing"), ("{{}}", "not a name"),
        ("<p title=x>", "not quoted"), ("<p title={{id}}>", "outside element text"),
        ("<p {{id}}>", "outside element text"), ("<{{id}}>", "outside element text"),
        ("<p onclick=\"{{id}}\">", "onclick"), ("<p style=\"color:red\">", "style"),
        ("<script>x</script>", "inline script"),
        ("<style>x</style>", "inline style"), ("<a href=\"{{id}}\">", "only a link"),
        ("<p title=\"{{home}}\">", "link outside"),
        ("<a href=\"/x\">", "written by hand"), ("<a href=\"{{home}}?x\">", "whole value"),
        ("{{home}}", "link outside"),
        ("<!-- x -->", "HTML comment"), ("<p title=\"x", "ends inside a tag"), ("<p {{> open}}", "ends inside a tag"),
        ("  {{> shared/price}}\n", "indented"), ("a\r\nb", "carriage returns"),
        ("{{> errors/error}}", "includes itself"),
        ("<iframe srcdoc=\"{{id}}\">", "srcdoc"), ("<form ACTION=\"{{id}}\">", "only a link"),
    ])
    func a_mistake_is_a_sentence(_ body: String, _ words: String) throws {
        let problem = try #require(try problem(body, extra: ["open": "title=\"{{id}}"]))
        #expect(problem.description.contains(words), "\(problem)")
        #expect(problem.description.hasPrefix("Template "))
    }

    @Test func a_section_may_not_leave_a_tag_open() throws {
        var sources = try Project.sources()
        sources["errors/error"] = "x"
        sources["sign-in/form"] = "<p{{#problem}} title=\"{{/problem}}>"
        #expect(throws: TemplateProblem.self) { try TemplateLibrary(sources: sources) }
    }

    @Test func a_problem_says_where_it_is() throws {
        let problem = try #require(try problem("one\ntwo\n{{nam}}\n"))
        #expect(problem.place == "errors/error")
        #expect(problem.line == 3)
    }

    @Test func tags_alone_on_a_line_take_the_line_with_them() throws {
        #expect(try rendered("a\n{{! note }}\nb{{id}}\n") == "a\nb&lt;7&gt;\n")
        #expect(try rendered("a\n  {{! note }}  \nb") == "a\nb")
        #expect(try rendered("a\n{{> piece}}\nb", extra: ["piece": "[{{id}}]\n"]) == "a\n[&lt;7&gt;]\nb")
        #expect(try rendered("a {{> piece}} b", extra: ["piece": "[{{status}}]"]) == "a [500] b")
    }

    @Test func blocks_have_defaults_and_can_be_given() throws {
        let parent = ["outer": "({{$x}}none{{/x}})"]
        #expect(try rendered("{{< outer}}{{/outer}}", extra: parent) == "(none)")
        #expect(try rendered("{{< outer}}{{$x}}{{id}}{{/x}}{{/outer}}", extra: parent) == "(&lt;7&gt;)")
    }

    @Test func a_missing_folder_is_a_plain_sentence() {
        let problem = #expect(throws: TemplateProblem.self) { try TemplateLibrary(root: "/nowhere/at/all") }
        #expect(problem?.description.contains("pass --root") == true)
    }

    @Test func only_charts_and_shapes_are_shown_without_escaping() throws {
        let allowed: Set<String> = [
            "glyph", "bar", "sparkline", "fall", "history", "wide", "narrow", "picture", "progressBar", "waterfall",
        ]
        // The frame's own place for a main part that the templates rendered; nothing is ever put there.
        for (name, source) in try Project.sources() where name != FramePage.template {
            for part in source.components(separatedBy: "{{{").dropFirst() {
                let field = String(part.prefix { $0 != "}" })
                #expect(allowed.contains(field), "\(name): \(field)")
            }
        }
    }
}
