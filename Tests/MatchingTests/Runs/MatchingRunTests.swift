import Catalog
import Companies
import Foundation
import Matching
import Postgres
import TestSupport
import Testing

@Suite struct MatchingRunTests {
    private func list(
        _ fixture: TwoCompanies, company: Company, source: String, _ items: [(key: String, name: String, gtin: String?)]
    ) async throws {
        _ = try await fixture.database.transaction(in: company.id) { transaction in
            let id = try await SourceQueries.findOrCreate(
                slug: source, title: source, id: UUID(), at: fixture.now, in: transaction)
            for item in items {
                try await transaction.execute(
                    """
                    INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, gtin, price_kind,
                        first_seen, last_seen, run_id, line)
                    VALUES (\(company.id), \(UUID()), \(id.rawValue), \(item.key), \(item.name), 750, \(item.gtin),
                        'retail', date '2026-01-01', date '2026-01-01', \(UUID()), 1)
                    """)
            }
        }
    }

    private func match(_ fixture: TwoCompanies, _ company: Company) async throws -> MatchingRun.Outcome {
        try await MatchingRun(database: fixture.database, company: company.id).run(at: fixture.now)
    }

    private let code = "04006381333931"

    @Test func a_shared_gtin_makes_one_product_with_its_decisions() async throws {
        try await TwoCompanies.with { fixture in
            try await list(fixture, company: fixture.harbor, source: "a", [("1", "Old Mill Gin", code)])
            try await list(fixture, company: fixture.harbor, source: "b", [("9", "OLD MILL DRY GIN 750ML", code)])
            let outcome = try await match(fixture, fixture.harbor)
            #expect(outcome.listings == 2 && outcome.newProducts == 1 && outcome.byCode == 1)
            let (products, rules) = try await fixture.database.read(
                in: fixture.harbor.id, Query<Single<Int>>("SELECT count(DISTINCT product_id) FROM listings"),
                Query<Single<String>>("SELECT rule FROM match_decisions ORDER BY rule"))
            #expect(products.first?.value == 1)
            #expect(rules.map(\.value) == ["gtin", "new"])
        }
    }

    @Test func deciding_again_decides_nothing() async throws {
        try await TwoCompanies.with { fixture in
            try await list(fixture, company: fixture.harbor, source: "a", [("1", "Old Mill Gin", code)])
            _ = try await match(fixture, fixture.harbor)
            let again = try await match(fixture, fixture.harbor)
            #expect(again.listings == 0)
            try await list(fixture, company: fixture.harbor, source: "b", [("2", "Old Mill Gin", code)])
            let later = try await match(fixture, fixture.harbor)
            #expect(later.byCode == 1 && later.newProducts == 0, "products of earlier runs are known")
        }
    }

    @Test func the_other_company_gets_its_own_product_for_the_same_gtin() async throws {
        try await TwoCompanies.with { fixture in
            try await list(fixture, company: fixture.harbor, source: "a", [("1", "Old Mill Gin", code)])
            _ = try await match(fixture, fixture.harbor)
            try await list(fixture, company: fixture.kestrel, source: "a", [("1", "Old Mill Gin", code)])
            let outcome = try await match(fixture, fixture.kestrel)
            #expect(outcome.newProducts == 1 && outcome.byCode == 0)
            let theirs = try await fixture.database.read(
                in: fixture.kestrel.id, Query<Single<UUID>>("SELECT company_id FROM products"))
            #expect(theirs.map(\.value) == [fixture.kestrel.id.rawValue])
        }
    }

    @Test func a_listing_cannot_be_another_companys_product() async throws {
        try await TwoCompanies.with { fixture in
            try await list(fixture, company: fixture.kestrel, source: "a", [("1", "Old Mill Gin", code)])
            _ = try await match(fixture, fixture.kestrel)
            let product = try await fixture.database.read(
                in: fixture.kestrel.id, Query<Single<UUID>>("SELECT product_id FROM products"))
            try await list(fixture, company: fixture.harbor, source: "a", [("1", "Old Mill Gin", nil)])
            let foreign = try #require(product.first?.value)
            for owner in [fixture.kestrel.id, fixture.harbor.id] {
                let error = await #expect(throws: DatabaseError.self) {
                    _ = try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                        try await transaction.execute(
                            "UPDATE listings SET product_company_id = \(owner), product_id = \(foreign)")
                    }
                }
                #expect(error?.state == .checkViolation || error?.state == .foreignKeyViolation)
            }
        }
    }
}
