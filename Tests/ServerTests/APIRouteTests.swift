import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import TestSupport
import Testing

@Suite struct APIRouteTests {
    @Test func every_answer_is_the_companys_own() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let ours = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            for path in [
                "/api/v1/trends", "/api/v1/categories", "/api/v1/products/\(ours)", "/api/v1/products/\(ours)/history",
                "/api/v1/products/\(ours)/forecast",
                "/api/v1/products/\(ours)/score", "/api/v1/products/\(ours)/score?on=2026-05-01&since=2026-01-01",
            ] {
                let answer = try await ada.get(path)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.headers[.contentType] == "application/json; charset=utf-8")
                #expect(answer.body.hasPrefix("{\"success\":true,\"data\":"))
                #expect(!answer.body.contains("CANARY-kestrel") && !answer.body.contains("CANARY-B"), "\(path)")
                let parsed = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
                #expect((parsed?["meta"] as? [String: Any])?["total"] is Int)
            }
            let list = try await ada.get("/api/v1/trends?limit=10&skip=10")
            #expect(list.body.contains("CANARY-harbor") && list.body.contains("\"page\":2"))
        }
    }

    @Test func another_companys_id_is_the_same_404_as_none() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let theirs = try #require(try await fixture.products(of: fixture.companies.kestrel).first)
            func shape(_ path: String) async throws -> String {
                let answer = try await ada.get(path)
                #expect(answer.status == .notFound)
                return answer.body.replacing(#/"id":"[^"]*"/#, with: "")
            }
            for ending in ["", "/history", "/forecast", "/score", "/score?on=2026-05-01"] {
                let foreign = try await shape("/api/v1/products/\(theirs)\(ending)")
                let missing = try await shape("/api/v1/products/\(UUID())\(ending)")
                let odd = try await shape("/api/v1/products/x\(ending)")
                #expect(foreign == missing && odd == missing)
                #expect(foreign.contains("\"success\":false") && foreign.contains("\"not_found\""))
            }
        }
    }

    @Test func a_broken_cursor_is_a_bad_request_not_other_data() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let answer = try await ada.get("/api/v1/trends?cursor=AAAA")
            #expect(answer.status == .badRequest && answer.body.contains("\"success\":false"))
        }
    }

    @Test(arguments: ["on=yesterday", "since=2026-02-30", "on=2026-13-01&since=2026-01-01"])
    func a_day_that_is_none_is_a_bad_request(query: String) async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let ours = try #require(try await fixture.products(of: fixture.companies.harbor).first)
            let answer = try await ada.get("/api/v1/products/\(ours)/score?\(query)")
            #expect(answer.status == .badRequest && answer.body.contains("\"success\":false"))
        }
    }

    @Test func health_answers_anybody() async throws {
        try await WebFixture.with { fixture in
            let answer = try await Browser(client: fixture.client).get("/health")
            #expect(answer.status == .ok && answer.body.contains("\"status\":\"ok\""))
        }
    }
}
