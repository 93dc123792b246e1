import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// Listings that say something else of themselves than when they were decided.
@Suite struct RematchingTests {
    private let code = "04006381333931"
    private let otherCode = "04006381333948"

    private struct Item {
        var key: String
        var name: String
        var gtin: String?
        var others: String?
        var container: String?
        var ml = 750
    }

    private func put(
        _ fixture: TwoCompanies, _ company: Company, source: String, _ items: [Item]
    ) async throws {
        try await fixture.database.transaction(in: company.id) { transaction in
            let id = try await SourceQueries.findOrCreate(
                slug: source, title: source, id: UUID(), at: fixture.now, in: transaction)
            for item in items {
                try await transaction.execute(
                    """
                    INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, gtin, other_gtins, container,
                        price_kind, first_seen, last_seen, run_id, line)
                    VALUES (\(company.id), \(UUID()), \(id.rawValue), \(item.key), \(item.name), \(item.ml), \(item.gtin),
                        \(item.others), \(item.container), 'retail', date '2026-01-01', date '2026-01-01', \(UUID()), 1)
                    """)
            }
        }
    }

    private func change(
        _ fixture: TwoCompanies, _ company: Company, key: String, name: String, ml: Int = 750
    ) async throws {
        _ = try await fixture.database.transaction(in: company.id) { transaction in
            try await transaction.execute(
                """
                UPDATE listings SET name = \(name), volume_ml = \(ml), awaits_matching = true
                WHERE company_id = \(company.id) AND item_key = \(key)
                """)
        }
    }

    private func run(
        _ fixture: TwoCompanies, _ company: Company, _ memory: MatchingMemory? = nil
    ) async throws -> MatchingRun.Outcome {
        try await MatchingRun(database: fixture.database, company: company.id, memory: memory).run(at: fixture.now)
    }

    /// Keys of listings that are one product, in groups.
    private func groups(_ fixture: TwoCompanies, _ company: Company) async throws -> Set<Set<String>> {
        let rows = try await fixture.database.read(
            in: company.id,
            Query<Pair<String, UUID>>("SELECT item_key, product_id FROM listings WHERE company_id = \(company.id)"))
        return Set(Dictionary(grouping: rows, by: \.second).values.map { Set($0.map(\.first)) })
    }

    @Test func a_listing_that_changes_its_words_stays_what_it_is() async throws {
        try await TwoCompanies.with { fixture in
            try await put(fixture, fixture.harbor, source: "a", [Item(key: "1", name: "Old Mill Gin", gtin: code)])
            try await put(fixture, fixture.harbor, source: "b", [Item(key: "2", name: "Old Mill Gin", gtin: code)])
            _ = try await run(fixture, fixture.harbor)
            try await change(fixture, fixture.harbor, key: "2", name: "Old Mill London Gin 750ml")
            let again = try await run(fixture, fixture.harbor)
            #expect(again.listings == 1 && again.unmoved == 1 && again.newProducts == 0)
            #expect(try await groups(fixture, fixture.harbor) == [["1", "2"]])
            #expect(try await run(fixture, fixture.harbor).listings == 0, "it was decided")
        }
    }

    @Test func a_number_used_again_for_something_else_is_something_else() async throws {
        try await TwoCompanies.with { fixture in
            try await put(fixture, fixture.harbor, source: "a", [Item(key: "1", name: "Old Mill Gin")])
            try await put(fixture, fixture.harbor, source: "b", [Item(key: "2", name: "Old Mill Gin")])
            try await put(
                fixture, fixture.harbor, source: "c", [Item(key: "3", name: "Harbour Lights Vodka", ml: 1_000)])
            _ = try await run(fixture, fixture.harbor)
            #expect(try await groups(fixture, fixture.harbor) == [["1", "2"], ["3"]])
            try await change(fixture, fixture.harbor, key: "2", name: "Harbour Lights Vodka", ml: 1_000)
            _ = try await run(fixture, fixture.harbor)
            #expect(try await groups(fixture, fixture.harbor) == [["1"], ["2", "3"]])
        }
    }

    @Test func what_somebody_said_stays() async throws {
        try await TwoCompanies.with { fixture in
            try await put(fixture, fixture.harbor, source: "a", [Item(key: "1", name: "Old Mill Gin")])
            try await put(fixture, fixture.harbor, source: "b", [Item(key: "2", name: "Harbour Lights Vodka")])
            _ = try await run(fixture, fixture.harbor)
            try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                let rows = try await transaction.fetch(
                    Query<Pair<UUID, UUID>>(
                        "SELECT listing_id, product_id FROM listings WHERE company_id = \(fixture.harbor.id) ORDER BY item_key"
                    ))
                _ = try await IdentityQueries(transaction: transaction).move(
                    rows[1].first, to: ProductReference(owner: fixture.harbor.id, id: rows[0].second),
                    makeID: { UUID() },
                    reason: "The same under a new name", by: .command, at: fixture.now)
            }
            try await change(fixture, fixture.harbor, key: "2", name: "Harbour Lights Vodka 40", ml: 1_000)
            #expect(try await run(fixture, fixture.harbor).unmoved == 1)
            #expect(try await groups(fixture, fixture.harbor) == [["1", "2"]])
        }
    }

    @Test func any_of_several_codes_joins() async throws {
        try await TwoCompanies.with { fixture in
            try await put(
                fixture, fixture.harbor, source: "a",
                [Item(key: "1", name: "Old Mill Gin", gtin: code, others: otherCode)])
            try await put(
                fixture, fixture.harbor, source: "b", [Item(key: "2", name: "Gin of the Old Mill", gtin: otherCode)])
            #expect(try await run(fixture, fixture.harbor).byCode == 1)
            try await put(
                fixture, fixture.kestrel, source: "b", [Item(key: "2", name: "Gin of the Old Mill", gtin: otherCode)])
            #expect(try await run(fixture, fixture.kestrel).newProducts == 1, "the other company has its own")
        }
    }

    @Test func a_can_is_no_bottle_and_a_case_no_unit() async throws {
        try await TwoCompanies.with { fixture in
            let unit = try #require(GTIN(canonical: code))
            let caseCode = try #require(unit.caseCode(indicator: 1)).text
            try await put(
                fixture, fixture.harbor, source: "a",
                [
                    Item(key: "can", name: "North Pier Porter", container: "CAN", ml: 500),
                    Item(key: "unit", name: "Old Mill Gin", gtin: code),
                ])
            try await put(
                fixture, fixture.harbor, source: "b",
                [
                    Item(key: "bottle", name: "North Pier Porter", container: "BOTTLE", ml: 500),
                    Item(key: "case", name: "Zzyzx", gtin: caseCode),
                ])
            _ = try await run(fixture, fixture.harbor)
            #expect(try await groups(fixture, fixture.harbor) == [["can"], ["bottle"], ["unit"], ["case"]])
            // A name that says it is as good as a column.
            try await put(
                fixture, fixture.harbor, source: "c", [Item(key: "named", name: "North Pier Porter Cans", ml: 500)])
            _ = try await run(fixture, fixture.harbor)
            #expect(try await groups(fixture, fixture.harbor).contains(["can", "named"]))
        }
    }

    /// Runs that remember decide as runs that read everything anew do, also when others decide in between.
    @Test func remembering_changes_nothing() async throws {
        try await TwoCompanies.with { fixture in
            let memory = MatchingMemory()
            let names = ["Old Mill Gin", "Harbour Lights Vodka", "North Pier Porter", "Long Shore Rum"]
            for (company, memory) in [(fixture.harbor, memory), (fixture.kestrel, nil)] {
                for (source, name) in zip(["a", "b", "c"], names) {
                    try await put(fixture, company, source: source, [Item(key: source, name: name)])
                    _ = try await run(fixture, company, memory)
                }
                try await put(fixture, company, source: "d", [Item(key: "d", name: names[0])])
                _ = try await run(fixture, company, memory)
                #expect(try await groups(fixture, company).contains(["a", "d"]))
                // Somebody takes it apart; what was remembered does not know.
                try await fixture.database.transaction(in: company.id) { transaction in
                    let rows = try await transaction.fetch(
                        Query<Pair<UUID, UUID>>(
                            "SELECT listing_id, product_id FROM listings WHERE company_id = \(company.id) AND item_key = 'd'"
                        ))
                    _ = try await IdentityQueries(transaction: transaction).markDifferent(
                        rows[0].first, from: ProductReference(owner: company.id, id: rows[0].second),
                        makeID: { UUID() },
                        reason: "Another gin", by: .command, at: fixture.now)
                }
                try await change(fixture, company, key: "b", name: names[3])
                try await put(
                    fixture, company, source: "e", [Item(key: "e", name: names[3]), Item(key: "f", name: names[1])])
                _ = try await run(fixture, company, memory)
            }
            let (harbor, kestrel) = (
                try await groups(fixture, fixture.harbor), try await groups(fixture, fixture.kestrel)
            )
            #expect(harbor == kestrel)
            #expect(harbor == [["a"], ["d"], ["b", "e"], ["c"], ["f"]])
        }
    }

    /// Two companies in the memory of one process: neither is decided among what the other knows, and neither sees the other's version.
    @Test func what_is_remembered_of_one_company_is_nothing_to_the_other() async throws {
        try await TwoCompanies.with { fixture in
            let memory = MatchingMemory()
            let item = Item(key: "1", name: "Old Mill Gin", gtin: code)
            for company in [fixture.harbor, fixture.kestrel] {
                try await put(fixture, company, source: "a", [item])
                #expect(try await run(fixture, company, memory).newProducts == 1, "\(company.slug)")
            }
            for company in [fixture.harbor, fixture.kestrel] {
                try await put(fixture, company, source: "b", [Item(key: "2", name: "Old Mill Gin", gtin: code)])
                #expect(try await run(fixture, company, memory).byCode == 1)
                let (owners, versions) = try await fixture.database.read(
                    in: company.id,
                    Query<Single<UUID>>(
                        """
                        SELECT DISTINCT p.company_id FROM listings l JOIN products p USING (product_id)
                        WHERE l.company_id = \(company.id)
                        """),
                    Query<Single<UUID>>("SELECT company_id FROM identity_versions"))
                #expect(owners.map(\.value) == [company.id.rawValue])
                #expect(versions.map(\.value) == [company.id.rawValue], "the other's version is not there")
            }
        }
    }

    /// More than the bound is forgotten, the longest unused first, and read anew.
    @Test func what_is_forgotten_is_read_again() async throws {
        try await TwoCompanies.with { fixture in
            let memory = MatchingMemory(mostProducts: 1)
            for company in [fixture.harbor, fixture.kestrel] {
                try await put(fixture, company, source: "a", [Item(key: "1", name: "Old Mill Gin")])
                _ = try await run(fixture, company, memory)
            }
            #expect(await memory.take(fixture.harbor.id)?.version == nil)
            #expect(await memory.take(fixture.kestrel.id)?.version == 1)
            try await put(fixture, fixture.harbor, source: "b", [Item(key: "2", name: "Old Mill Gin")])
            #expect(try await run(fixture, fixture.harbor, memory).byName == 1)
        }
    }
}
