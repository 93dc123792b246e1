import Catalog
import Companies
import Foundation
import Matching
import Postgres
import Scoring
import TestSupport
import Testing

/// Whatever is merged, split, moved and marked, and whatever is scored in between: taken back, every number is what it was.
@Suite struct DerivedNumbersTests {
    private static let sources = ["north", "south", "west"]
    private static let items = 8

    /// Three sources with eight items each of the same names, three lists long, matched and scored.
    private func fill(_ company: Company, _ companies: TwoCompanies, seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let lists = PriceLists(companies: companies, company: company)
        let names = [
            "Old Mill Gin", "Harbour Lights Vodka", "North Pier Porter", "Long Shore Rum", "Quiet Cove Ale",
            "Amber Dune Tequila", "Stone Quay Whisky", "Gull Rock Cider",
        ]
        for source in Self.sources {
            for day in ["2025-11-03", "2025-11-10", "2025-11-17"] {
                let items = (0..<Self.items).map { item in
                    PriceLists.Item(
                        key: item, name: names[item], price: random.int(1_000...4_099), stock: random.int(0...50))
                }
                try await lists.import(items, of: source, on: day)
            }
        }
        _ = try await MatchingRun(database: companies.database, company: company.id).run(at: companies.now)
    }

    private func score(_ company: Company, _ companies: TwoCompanies) async throws -> [String] {
        let outcome = try await ScoringRun(database: companies.database, company: company.id).run(at: companies.now)
        #expect(outcome.scored > 0)
        // float8 is written with the digits that make it the same number again. What was scored of a product that is gone stays in the
        // record of that day, and no page shows it.
        let (scores, history) = try await companies.database.read(
            in: company.id,
            Query<Single<String>>(
                "SELECT t::text FROM trend_scores t WHERE company_id = \(company.id) ORDER BY product_id"),
            Query<Single<String>>(
                """
                SELECT h::text FROM trend_scores_history h JOIN trend_scores t USING (company_id, product_company_id, product_id)
                WHERE h.company_id = \(company.id) ORDER BY h.product_id, h.as_of
                """))
        return scores.map(\.value) + history.map(\.value)
    }

    @Test(arguments: 1...3) func everything_taken_back_is_every_number_as_it_was(seed: UInt64) async throws {
        try await TwoCompanies.with { companies in
            let (company, other) = (companies.harbor, companies.kestrel)
            try await fill(company, companies, seed: seed)
            try await fill(other, companies, seed: seed + 100)
            let (before, others) = (try await score(company, companies), try await score(other, companies))
            var random = SeededGenerator(seed: seed)
            var acts: [UUID] = []
            for number in 0..<12 {
                if let act = try await act(company, companies, &random) { acts.append(act) }
                if number % 4 == 3 { _ = try await score(company, companies) }
                // Some are taken back at once and out of order.
                if random.chance(25), !acts.isEmpty {
                    try await undo(acts.remove(at: random.int(0...(acts.count - 1))), company, companies)
                }
            }
            let between = try await score(company, companies)
            #expect(acts.isEmpty || between != before, "seed \(seed): nothing was done")
            for act in acts.shuffled(using: &random) { try await undo(act, company, companies) }
            let after = try await score(company, companies)
            let isSame = after == before
            #expect(isSame, "seed \(seed)")
            let isUntouched = try await score(other, companies) == others
            #expect(isUntouched, "seed \(seed)")
        }
    }

    private func undo(_ act: UUID, _ company: Company, _ companies: TwoCompanies) async throws {
        _ = try await companies.database.transaction(in: company.id) {
            try await IdentityQueries(transaction: $0).undo(act, by: .command, at: companies.now)
        }
    }

    /// One of the four things people do, to something; nil where it cannot be done.
    private func act(
        _ company: Company, _ companies: TwoCompanies, _ random: inout SeededGenerator
    ) async throws -> UUID? {
        let rows = try await companies.database.read(
            in: company.id,
            Query<Pair<UUID, UUID>>(
                """
                SELECT l.listing_id, l.product_id FROM listings l JOIN sources s USING (company_id, source_id)
                WHERE l.company_id = \(company.id) ORDER BY s.slug, l.item_key
                """))
        let (one, two) = (random.pick(rows), random.pick(rows))
        let kind = random.int(0...3)
        let (owner, now) = (company.id, companies.now)
        do {
            return try await companies.database.transaction(in: company.id) { transaction in
                let queries = IdentityQueries(transaction: transaction)
                let (from, into) = (
                    ProductReference(owner: owner, id: one.second), ProductReference(owner: owner, id: two.second)
                )
                let outcome =
                    switch kind {
                    case 0: try await queries.merge(from, into: into, reason: "r", by: .command, at: now)
                    case 1:
                        try await queries.split(
                            [one.first], from: from, makeID: { UUID() }, reason: "r", by: .command, at: now)
                    case 2:
                        try await queries.move(
                            one.first, to: into, makeID: { UUID() }, reason: "r", by: .command, at: now)
                    default:
                        try await queries.markDifferent(
                            one.first, from: from, makeID: { UUID() }, reason: "r", by: .command, at: now)
                    }
                return outcome.act
            }
        } catch is IdentityProblem {
            return nil
        }
    }
}
