import Foundation
import Pages
import Routes
import Testing

@Suite struct JobPageTests {
    private func html(_ page: some Page) throws -> String {
        String(decoding: try Project.library().render(page), as: UTF8.self)
    }

    private func title(_ html: String) -> String {
        (html.firstMatch(of: #/<h1>([^<]*)<\/h1>/#)?.output.1).map(String.init) ?? ""
    }

    @Test func the_title_is_a_sentence_of_state() throws {
        #expect(title(try html(Samples.jobs("x", area: .company))) == "3 jobs are dead, 14 are running")
        #expect(title(try html(Samples.emptyJobs("x"))) == "No jobs yet")
        #expect(title(try html(Samples.failedJobs("x"))) == "Jobs cannot be counted right now")
        #expect(title(try html(Samples.job("price_check", status: .dead))) == "price_check is dead after 5 attempts")
        #expect(title(try html(Samples.schedules("x"))) == "2 schedules, 1 paused")
    }

    @Test func a_failed_part_says_so_and_nothing_else_does() throws {
        let failed = try html(Samples.failedJobs("x"))
        #expect(failed.components(separatedBy: "could not be read right now").count - 1 == 6)
        #expect(!(try html(Samples.jobs("x", area: .platform))).contains("could not be read right now"))
    }

    @Test func every_form_carries_the_token() throws {
        for page in Samples.jobPages("word") {
            let html = try html(page)
            let forms = html.components(separatedBy: "method=\"post\"").count - 1
            let tokens = html.components(separatedBy: "name=\"csrf\"").count - 1
            #expect(forms == tokens, "\(type(of: page))")
        }
    }

    @Test func a_company_cannot_resume_what_the_platform_paused() throws {
        let theirs = try html(Samples.jobs("x", area: .company))
        #expect(theirs.contains("paused for every company by Tidemark"))
    }

    @Test func there_is_one_loud_button_for_a_job() throws {
        let html = try html(Samples.job("x", status: .dead))
        let main = html.components(separatedBy: "<footer").first ?? ""
        #expect(main.components(separatedBy: "value=\"replay\">").count - 1 == 1)
        #expect(main.contains("value=\"discard\" class=\"quiet\">"))
    }
}
