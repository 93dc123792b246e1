import Companies
import Foundation
import HTTPTypes
import Postgres
import Scoring
import TestSupport
import Testing

/// A score opens, on any day, down to the records under it; and a company weighs its scores as it likes.
@Suite struct ScorePagesTests {
    private func products(_ fixture: WebFixture) async throws -> [UUID] {
        try await fixture.companies.database.read(
            in: fixture.companies.harbor.id,
            Query<Single<UUID>>(
                """
                SELECT t.product_id FROM trend_scores t
                WHERE t.score IS NOT NULL AND EXISTS (SELECT FROM price_history h JOIN listings l USING (company_id, listing_id)
                    WHERE l.product_id = t.product_id)
                ORDER BY t.product_id
                """)
        ).map(\.value)
    }

    private func score(_ fixture: WebFixture) async throws {
        _ = try await ScoringRun(database: fixture.companies.database, company: fixture.companies.harbor.id)
            .run(at: fixture.companies.now)
    }

    @Test func a_score_opens_down_to_its_records() async throws {
        try await WebFixture.with { fixture in
            try await score(fixture)
            let product = try #require(try await products(fixture).first).uuidString.lowercased()
            let viewer = try await fixture.join("vera", .viewer, of: fixture.companies.harbor)
            #expect(try await viewer.get("/trends/\(product)").body.contains("/trends/\(product)/score"))
            let page = try await viewer.get("/trends/\(product)/score")
            #expect(page.status == .ok && page.body.contains("it is the same to the last bit"))
            #expect(page.body.contains("The signals under it"))
            let record = try #require(
                page.body.firstMatch(of: #/href="(\/trends\/[0-9a-f-]+\/listings\/[0-9a-f-]+\?run=[^"#]+)/#)
            ).1.replacing("&amp;", with: "&")
            let listing = try await viewer.get(String(record))
            #expect(listing.status == .ok, "\(record)")
            #expect(listing.body.contains("<pre class=\"raw\""))
            // Another listing's record is not shown on this one's page.
            let strange = String(record).replacing(#/line=\d+/#, with: "line=999999")
            let nothing = try await viewer.get(strange)
            #expect(nothing.status == .ok && !nothing.body.contains("<pre class=\"raw\""))
            // Bad days are said; the newest score is not passed off as theirs.
            let bad = try await viewer.get("/trends/\(product)/score?on=2026-02-31")
            #expect(bad.body.contains("A day is written as") && !bad.body.contains("How the score is made"))
            let early = try await viewer.get("/trends/\(product)/score?on=1999-01-01")
            #expect(early.status == .ok && early.body.contains("has no score on this day"))
            let compared = try await viewer.get("/trends/\(product)/score?since=1999-01-01")
            #expect(compared.body.contains("they are not compared"))
        }
    }

    @Test func another_companys_score_is_not_there() async throws {
        try await WebFixture.with { fixture in
            try await score(fixture)
            let product = try #require(try await products(fixture).first).uuidString.lowercased()
            let stranger = try await fixture.join("sten", .owner, of: fixture.companies.kestrel)
            #expect(try await stranger.get("/trends/\(product)/score").status == .notFound)
            #expect(try await stranger.get("/trends/\(UUID())/score").status == .notFound)
            #expect(try await stranger.get("/trends/nothing/score").status == .notFound)
        }
    }

    @Test func weights_are_tried_kept_and_put_back() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            try await score(fixture)
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let analyst = try await fixture.join("ann", .analyst, of: harbor)
            let viewer = try await fixture.join("vera", .viewer, of: harbor)
            let stranger = try await fixture.join("sten", .owner, of: kestrel)
            #expect(try await viewer.get("/weights").status == .forbidden)
            let page = try await analyst.get("/weights")
            #expect(page.body.contains("These are the usual weights."))
            let tried = try await analyst.get("/weights?media=0&retail=70&price=10&inventory=12.5&search=7,5")
            #expect(tried.status == .ok && tried.body.contains("Your list with these weights"))
            // Trying changes nothing.
            #expect(try await analyst.get("/weights").body.contains("These are the usual weights."))
            for (fields, sentence) in [
                (
                    ["media": "0", "retail": "70", "price": "10", "inventory": "12.5", "search": "7.4"],
                    "sum to 99.90 %"
                ),
                (
                    ["media": "x", "retail": "70", "price": "10", "inventory": "10", "search": "10"],
                    "Media needs a number"
                ),
                (
                    ["media": "-5", "retail": "75", "price": "10", "inventory": "10", "search": "10"],
                    "Media needs a number"
                ),
                (
                    ["media": "1e2", "retail": "0", "price": "0", "inventory": "0", "search": "0"],
                    "Media needs a number"
                ),
                (["retail": "100"], "Media needs a number"),
            ] {
                let answer = try await analyst.post(
                    "/weights", fields.merging(["csrf": Browser.token(in: page.body), "act": "keep"]) { $1 })
                #expect(answer.status == .unprocessableContent && answer.body.contains(sentence), "\(fields)")
            }
            let kept = [
                "csrf": Browser.token(in: page.body), "act": "keep", "media": "0", "retail": "70", "price": "10",
                "inventory": "12.5", "search": "7.5",
            ]
            #expect(try await analyst.post("/weights", kept).headers[.location] == "/weights?did=changed")
            #expect(try await analyst.post("/weights", kept).headers[.location] == "/weights?did=same")
            #expect(try await analyst.get("/weights").body.contains("weights of its own since"))
            try await score(fixture)
            let profiles = try await fixture.companies.database.read(
                in: harbor.id, Query<Single<String>>("SELECT DISTINCT profile FROM trend_scores"))
            #expect(profiles.map(\.value) == ["abv-v1+1"])
            // Nobody else's scores are weighed so, and nobody else sees it.
            #expect(try await stranger.get("/weights").body.contains("These are the usual weights."))
            #expect(
                try await analyst.post("/weights", ["csrf": Browser.token(in: page.body), "act": "usual"])
                    .headers[.location] == "/weights?did=changed")
            #expect(try await analyst.get("/weights").body.contains("usual weights, again since"))
        }
    }
}
