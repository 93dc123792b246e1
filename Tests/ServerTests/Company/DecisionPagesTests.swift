import Companies
import Foundation
import HTTPTypes
import Postgres
import TestSupport
import Testing

/// Which listings are a product is decided on a page, by a company's own admins, and taken back there.
@Suite struct DecisionPagesTests {
    private struct Pair: RowDecodable {
        let product: UUID
        let listing: UUID

        init(row: inout RowReader) throws {
            product = try row.next()
            listing = try row.next()
        }
    }

    /// The company's products with their listings, by name.
    private func pairs(_ company: CompanyID, _ fixture: WebFixture) async throws -> [Pair] {
        try await fixture.companies.database.read(
            in: company,
            Query<Pair>(
                """
                SELECT product_id, listing_id FROM listings WHERE company_id = \(company) AND product_company_id = \(company)
                ORDER BY product_id, listing_id
                """))
    }

    private func text(_ id: UUID) -> String { id.uuidString.lowercased() }

    @Test func products_are_merged_after_a_preview_and_are_themselves_again() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let before = try await pairs(harbor.id, fixture)
            let products = Array(Set(before.map(\.product))).sorted()
            let (from, into) = (try #require(products.first), try #require(products.last))
            try #require(from != into)
            let place = "/trends/\(text(from))/decisions"
            #expect(try await admin.get("/trends/\(text(from))").body.contains(place))
            let page = try await admin.get(place).body
            #expect(page.contains("Nobody has decided anything about this product"))
            let names = try await fixture.companies.database.read(
                in: harbor.id, Query<Single<String>>("SELECT name FROM products WHERE product_id = \(into)"))
            // All of its words: one of them may be of more products than are listed.
            let words = try #require(names.first?.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
            let found = try await admin.get("\(place)?q=\(words)").body
            #expect(found.contains("into=\(text(into))"))
            #expect(try await admin.get("\(place)?q=zzzz").body.contains("has all of these words"))
            let preview = try await admin.get("\(place)?into=\(text(into))").body
            #expect(preview.contains("Listings that move: ") && preview.contains("Merge them"))

            let token = Browser.token(in: preview)
            let fields = ["csrf": token, "act": "merge", "into": text(into), "reason": "One bottle <b>"]
            let wordless = try await admin.post(place, fields.merging(["reason": " "]) { $1 })
            #expect(wordless.status == .unprocessableContent && wordless.body.contains("Say why"))
            let merged = try await admin.post(place, fields)
            #expect(merged.headers[.location]?.hasPrefix("/trends/\(text(into))/decisions?did=") == true)
            #expect(Set(try await pairs(harbor.id, fixture).map(\.product)).contains(from) == false)
            // An old link leads to what it is called now.
            #expect(try await admin.get("/trends/\(text(from))").headers[.location] == "/trends/\(text(into))")
            let after = try await admin.get("/trends/\(text(into))/decisions").body
            #expect(after.contains("One bottle &lt;b&gt;") && after.contains("Take it back"))

            let act = try #require(after.firstMatch(of: #/name="decision" value="([0-9a-f-]{36})"/#)).1
            _ = try await admin.post(
                "/trends/\(text(into))/decisions", ["csrf": token, "act": "undo", "decision": String(act)])
            let restored = try await pairs(harbor.id, fixture)
            #expect(
                restored.map(\.product) == before.map(\.product) && restored.map(\.listing) == before.map(\.listing))
            #expect(try await admin.get("/trends/\(text(from))").status == .ok)
            let again = try await admin.post(
                "/trends/\(text(into))/decisions", ["csrf": token, "act": "undo", "decision": String(act)])
            #expect(again.status == .unprocessableContent && again.body.contains("taken back already"))
        }
    }

    @Test func a_listing_is_marked_and_only_ones_own_are() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let (harbor, kestrel) = (fixture.companies.harbor, fixture.companies.kestrel)
            let admin = try await fixture.join("adam", .admin, of: harbor)
            let stranger = try await fixture.join("sten", .owner, of: kestrel)
            let viewer = try await fixture.join("vera", .viewer, of: harbor)
            let pair = try #require(try await pairs(harbor.id, fixture).first)
            let place = "/trends/\(text(pair.product))/decisions"
            let page = try await admin.get(place).body
            let mark = ["csrf": Browser.token(in: page), "act": "different", "reason": "A gift box"]
            let none = try await admin.post(place, mark)
            #expect(none.status == .unprocessableContent && none.body.contains("Choose some"))
            let chosen = mark.merging(["listing-\(text(pair.listing))": "yes"]) { $1 }

            // Somebody else's product is none, and who only looks decides nothing.
            #expect(try await stranger.get(place).status == .notFound)
            let token = Browser.token(in: try await stranger.get("/").body)
            #expect(try await stranger.post(place, chosen.merging(["csrf": token]) { $1 }).status != .seeOther)
            #expect(try await viewer.get(place).status == .forbidden)
            #expect(try await viewer.get("/trends/\(text(pair.product))").body.contains("/decisions") == false)

            #expect(try await admin.post(place, chosen).status == .seeOther)
            let now = try #require(try await pairs(harbor.id, fixture).first { $0.listing == pair.listing })
            #expect(now.product != pair.product)
            #expect(try await admin.get("/trends/\(text(now.product))").body.contains("decided by a person"))
            let odd = try await admin.post(place, mark.merging(["act": "burn"]) { $1 })
            #expect(odd.status == .notFound)
        }
    }
}
