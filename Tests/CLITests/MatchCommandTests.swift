import Companies
import Foundation
import Matching
import Postgres
import TestSupport
import Testing

/// Decisions about products on the command line: made, listed, taken back; each company's own.
@Suite struct MatchCommandTests {
    private struct Line: Decodable {
        let id: String
        let kind: String
        let reason: String
        let undoneAt: Date?
    }

    private func list(_ items: [String], in company: Company, _ companies: TwoCompanies) async throws {
        try await companies.database.transaction(in: company.id) { transaction in
            for (place, name) in items.enumerated() {
                let source = UUID()
                _ = try await transaction.execute(all: [
                    "INSERT INTO sources (company_id, source_id, slug, title, created_at) VALUES (\(company.id), \(source), \("s\(place)"), 'S', now())",
                    """
                    INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, price_kind, first_seen,
                        last_seen, run_id, line)
                    VALUES (\(company.id), \(UUID()), \(source), '1', \(name), 750, 'retail', date '2026-01-01',
                        date '2026-01-01', \(UUID()), 1)
                    """,
                ])
            }
        }
        _ = try await MatchingRun(database: companies.database, company: company.id).run(at: companies.now)
    }

    @Test func products_are_merged_listed_and_taken_back_by_their_own_company() async throws {
        try await TwoCompanies.with { companies in
            let harbor = companies.harbor
            try await list(["Old Mill Gin", "Quiet Harbour Rum"], in: harbor, companies)
            let program = Program(test: companies.test)
            let products = try await companies.database.read(
                in: harbor.id, Query<Single<UUID>>("SELECT product_id FROM products ORDER BY name")
            ).map { "\($0.value)".lowercased() }
            func count() async throws -> Int {
                let rows = try await companies.database.read(
                    in: harbor.id, Query<Single<Int>>("SELECT count(DISTINCT product_id) FROM listings"))
                return rows.first?.value ?? -1
            }
            #expect(products.count == 2)
            let who = ["--company", "harbor"]
            let merged = try await program.run(["match", "merge"] + products + who + ["--because", "One bottle"])
            #expect(merged.status == 0 && merged.output.contains("1 listings moved"), "\(merged.errors)")
            #expect(try await count() == 1)
            let again = try await program.run(["match", "merge"] + products + who + ["--because", "Again"])
            #expect(again.status != 0 && again.errors.contains("It is that product already."))
            let lines = try await program.run(["match", "decisions", "--json"] + who).json([Line].self)
            let act = try #require(lines.first)
            #expect(lines.count == 1 && act.kind == "merge" && act.reason == "One bottle" && act.undoneAt == nil)

            // Another company knows nothing of it.
            let other = try await program.run("match", "decisions", "--company", "kestrel")
            #expect(other.output.contains("Nobody has decided anything"))
            let foreign = try await program.run("match", "undo", act.id, "--company", "kestrel")
            #expect(foreign.status != 0 && foreign.errors.contains("Nothing of that kind was done."))
            #expect(try await count() == 1)

            let undone = try await program.run(["match", "undo", act.id] + who)
            #expect(undone.status == 0 && undone.output.contains("1 listings moved"), "\(undone.errors)")
            #expect(try await count() == 2)
            let shown = try await program.run(["match", "decisions"] + who).output
            #expect(shown.contains("Old Mill Gin → Quiet Harbour Rum") && shown.contains("taken back"))
        }
    }

    @Test func what_makes_no_sense_is_said() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            let odd = try await program.run("match", "merge", "x", "y", "--company", "harbor", "--because", "z")
            #expect(odd.status != 0 && odd.errors.contains("x is no id"))
            let missing = try await program.run(
                "match", "merge", "\(UUID())", "\(UUID())", "--company", "harbor", "--because", "z")
            #expect(missing.status != 0 && missing.errors.contains("There is no such product."))
            // Without a word it recognises products, as it always did.
            let run = try await program.run("match", "--company", "harbor")
            #expect(run.status == 0 && run.output.contains("Matched 0 listings"), "\(run.errors)")
        }
    }
}
