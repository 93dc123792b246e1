import Companies
import Foundation
import Hummingbird
import HummingbirdTesting
import Matching
import Postgres
import TestSupport
import Testing

/// Pairs are decided in the browser by staff, and by nobody else.
@Suite struct ReviewPagesTests {
    /// Asks whether one listing of a company is another's product.
    private func ask(_ fixture: WebFixture, _ company: Company, probability: Double = 0.5) async throws -> String {
        let rows = try await fixture.companies.database.transaction(in: company.id) { transaction in
            try await transaction.fetch(
                Query<Single<UUID>>(
                    """
                    INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                        probability, priority, reasons, evidence, created_at)
                    SELECT l.company_id, gen_random_uuid(), l.listing_id, o.product_company_id, o.product_id, 'undecided', 'test',
                        \(probability), 1, ARRAY['name: 80 % alike'], ARRAY['start -2.000', 'name 2.500'], now()
                    FROM listings l JOIN listings o ON o.company_id = l.company_id AND o.product_id <> l.product_id
                        AND o.product_company_id = l.company_id
                    WHERE l.company_id = \(company.id) AND l.product_company_id = l.company_id
                        AND NOT EXISTS (SELECT FROM review_pairs r WHERE r.listing_id = l.listing_id)
                    ORDER BY l.listing_id, o.product_id LIMIT 1 RETURNING review_id
                    """))
        }
        return "\(try #require(rows.first).value)".lowercased()
    }

    private func settle(_ fixture: WebFixture) async throws -> ReviewSettlement.Outcome {
        let settlement = ReviewSettlement(database: fixture.companies.database)
        var outcome = ReviewSettlement.Outcome()
        for company in try await settlement.companies() {
            outcome += try await settlement.settle(in: company, at: fixture.companies.now)
        }
        return outcome
    }

    @Test func a_pair_is_taken_answered_and_the_answer_taken_back() async throws {
        try await WebFixture.with { fixture in
            let harbor = fixture.companies.harbor
            let review = try await ask(fixture, harbor)
            let rita = try await fixture.join("rita", .viewer, of: fixture.companies.kestrel, staff: .reviewer)
            let start = try await rita.get("/staff/review").body
            #expect(start.contains("1 pair waits to be reviewed"))
            let token = Browser.token(in: start)
            let taken = try await rita.post("/staff/review", ["csrf": token])
            #expect(taken.status == .seeOther && taken.headers[.location] == "/staff/review/pairs/\(review)")
            // Looking again leads to the same pair.
            #expect(try await rita.get("/staff/review").headers[.location] == "/staff/review/pairs/\(review)")
            let page = try await rita.get("/staff/review/pairs/\(review)").body
            #expect(page.contains("Is this listing this product?") && page.contains("80 % alike"))
            #expect(page.contains("data-key=\"s\"") && page.contains("<svg"))
            #expect(!page.contains("CANARY-A") && !page.contains("\(harbor.id)") && !page.contains(" USD"))
            let answered = try await rita.post(
                "/staff/review/pairs/\(review)", ["csrf": token, "verdict": "same", "shown": "1"])
            #expect(answered.headers[.location] == "/staff/review?did=nothing")
            #expect(try await settle(fixture).settled == 1)
            let undone = try await rita.post("/staff/review/undo", ["csrf": token])
            #expect(undone.headers[.location] == "/staff/review/pairs/\(review)?did=undone")
            #expect(try await settle(fixture).reopened == 1)
            let queue = try await rita.get("/staff/review/queue").body
            #expect(queue.contains("1 pair waits to be reviewed"))
        }
    }

    @Test func what_makes_no_sense_is_refused() async throws {
        try await WebFixture.with { fixture in
            let review = try await ask(fixture, fixture.companies.harbor)
            let rita = try await fixture.join("rita", .viewer, of: fixture.companies.kestrel, staff: .reviewer)
            let token = Browser.token(in: try await rita.get("/staff/review").body)
            // A pair one does not have is not answered.
            let lost = try await rita.post("/staff/review/pairs/\(review)", ["csrf": token, "verdict": "same"])
            #expect(lost.headers[.location]?.hasSuffix("did=lost") == true)
            #expect(
                try await rita.post("/staff/review/pairs/\(review)", ["csrf": token, "verdict": "maybe"]).status
                    == .notFound)
            #expect(try await rita.get("/staff/review/pairs/nonsense").status == .notFound)
            #expect(try await rita.get("/staff/review/pairs/\(UUID())").status == .notFound)
            for band in ["low=x&high=1", "low=90&high=10", "low=-1&high=5", "low=nan&high=5", "low=1"] {
                #expect(try await rita.get("/staff/review/rules?\(band)").status == .unprocessableContent, "\(band)")
            }
            let found = try await rita.get("/staff/review/pairs/\(review)?q=zzzz").body
            #expect(found.contains("has all of these words"))
            let undone = try await rita.post("/staff/review/undo", ["csrf": token])
            #expect(undone.headers[.location] == "/staff/review?did=nothingToUndo")
        }
    }

    @Test func a_rule_answers_what_its_preview_showed_and_is_taken_back() async throws {
        try await WebFixture.with { fixture in
            _ = try await ask(fixture, fixture.companies.harbor, probability: 0.97)
            _ = try await ask(fixture, fixture.companies.harbor, probability: 0.98)
            let rita = try await fixture.join("rita", .viewer, of: fixture.companies.kestrel, staff: .reviewer)
            let preview = try await rita.get("/staff/review/rules?low=95&high=100").body
            #expect(preview.contains("2 pairs fit") && preview.contains("98.0 %"))
            let token = Browser.token(in: preview)
            let form = ["csrf": token, "low": "95", "high": "100", "act": "different"]
            let other = try await rita.post("/staff/review/rules", form.merging(["announced": "3"]) { $1 })
            #expect(other.headers[.location]?.contains("did=changed") == true)
            let done = try await rita.post("/staff/review/rules", form.merging(["announced": "2"]) { $1 })
            #expect(done.headers[.location] == "/staff/review/rules?did=ruled")
            let list = try await rita.get("/staff/review/rules").body
            let rule = try #require(list.firstMatch(of: #/name="undo" value="([0-9a-f-]{36})"/#)).1
            let back = try await rita.post("/staff/review/rules", ["csrf": token, "undo": String(rule)])
            #expect(back.headers[.location] == "/staff/review/rules?did=unruled")
        }
    }

    @Test func it_is_reviewers_business_alone() async throws {
        try await WebFixture.with { fixture in
            let review = try await ask(fixture, fixture.companies.harbor)
            let owner = try await fixture.join("olga", .owner, of: fixture.companies.harbor)
            let operators = try await fixture.join("otto", .owner, of: fixture.companies.harbor, staff: .operator)
            for browser in [owner, operators] {
                for path in ["", "/pairs/\(review)", "/queue", "/rules"] {
                    #expect(try await browser.get("/staff/review\(path)").status == .notFound)
                }
                #expect(try await !browser.get("/").body.contains("/staff/review"))
            }
        }
    }
}
