import Companies
import HTTPTypes
import Postgres
import Routes
import TestSupport
import Testing

@testable import Server

/// Answers kept in memory: nobody gets another company's, nobody gets an old one.
@Suite struct KeptAnswerTests {
    /// Renames every product of a company without or with telling that something changed.
    private func rename(_ company: Company, to name: String, tells: Bool, in fixture: WebFixture) async throws {
        try await fixture.companies.database.transaction(in: company.id) { transaction in
            try await transaction.execute(
                "UPDATE trend_scores SET product_name = \(name) WHERE company_id = \(company.id)")
            if tells { try await transaction.dataChanged() }
        }
    }

    @Test(arguments: ["/trends", "/api/v1/trends"])
    func an_answer_is_kept_until_the_data_changes(_ path: String) async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let first = try await ada.get(path)
            try await rename(fixture.companies.harbor, to: "Renamed", tells: false, in: fixture)
            let kept = try await ada.get(path)
            #expect(!kept.body.contains("Renamed"), "an answer that is not kept makes the rest of this test empty")
            #expect(kept.headers[.eTag] == first.headers[.eTag])
            try await rename(fixture.companies.harbor, to: "Renamed", tells: true, in: fixture)
            let next = try await ada.get(path, headers: [.ifNoneMatch: first.headers[.eTag] ?? ""])
            #expect(next.status == .ok && next.body.contains("Renamed"))
            #expect(next.headers[.eTag] != first.headers[.eTag])
        }
    }

    @Test(arguments: ["/", "/trends", "/api/v1/trends", "/trends?on=2027-01-01", "/api/v1/trends?on=2027-01-01"])
    func the_other_company_never_gets_it(_ path: String) async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let bob = try await fixture.browser("bob")
            for _ in 0..<3 {
                let hers = try await ada.get(path)
                let his = try await bob.get(path)
                #expect(hers.body.contains("CANARY-harbor") && !hers.body.contains("CANARY-kestrel"))
                #expect(his.body.contains("CANARY-kestrel") && !his.body.contains("CANARY-harbor"))
            }
            // A change of the one leaves the other's as it is.
            let tag = try await bob.get(path).headers[.eTag]
            try await rename(fixture.companies.harbor, to: "Renamed", tells: true, in: fixture)
            #expect(try await bob.get(path).headers[.eTag] == tag)
        }
    }

    @Test func the_frame_around_a_kept_page_is_each_persons_own() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let first = Browser.token(in: try await ada.get("/trends").body)
            let again = Browser.token(in: try await ada.get("/trends").body)
            #expect(first != again && !first.isEmpty, "the form's token has a fresh mask each time")
            let out = try await ada.post(SessionRoute.signOut.path, ["csrf": again])
            #expect(out.status == .seeOther)
            #expect(try await ada.get("/trends").status == .seeOther, "a kept page needs a session as any other")
        }
    }

    @Test func a_packed_answer_unpacks_to_the_plain_one() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let plain = try await ada.get("/api/v1/trends")
            let packed = try await ada.get("/api/v1/trends", headers: [.acceptEncoding: "gzip"])
            #expect(packed.headers[.contentEncoding] == "gzip")
            #expect(packed.headers[.eTag] == plain.headers[.eTag])
        }
    }

    private func key(_ number: Int, company: CompanyID) -> AnswerCache.Key {
        AnswerCache.Key(company: company, role: .viewer, dataVersion: 1, quarterHour: 0, target: "/\(number)")
    }

    @Test func what_is_used_least_lately_goes_when_the_limit_is_reached() {
        let company = CompanyID.house
        let cache = AnswerCache(limit: 400_000)
        cache.keep(KeptAnswer(bytes: [1]), for: key(0, company: company))
        for number in 1...200 {
            cache.keep(KeptAnswer(bytes: Array(repeating: 7, count: 10_000)), for: key(number, company: company))
            #expect(cache.answer(for: key(0, company: company)) != nil, "used all the time, after \(number) others")
        }
        let left = (1...200).filter { cache.answer(for: key($0, company: company)) != nil }
        #expect(left.count < 40 && left.contains(200))
    }

    @Test func an_answer_too_large_for_the_cache_is_not_kept() {
        let cache = AnswerCache(limit: 10_000)
        cache.keep(KeptAnswer(bytes: Array(repeating: 7, count: 9_000)), for: key(1, company: .house))
        #expect(cache.answer(for: key(1, company: .house)) == nil)
    }
}
