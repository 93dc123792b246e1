import Catalog
import Companies
import Foundation
import Matching
import Postgres
import Scoring
import TestSupport
import Testing

/// Published scores are made again from what was known when they were made, whatever was learned, corrected and decided since.
@Suite struct PublishedScoresTests {
    private static let sources = ["north", "south", "west"]

    /// A company's lists over weeks, imported late, twice and out of order, matched, merged, split and scored in between.
    private struct Story {
        let companies: TwoCompanies
        let company: Company
        let items: Int
        var random: SeededGenerator
        private(set) var scorings = 0

        init(_ companies: TwoCompanies, _ company: Company, items: Int, seed: UInt64) {
            self.companies = companies
            self.company = company
            self.items = items
            random = SeededGenerator(seed: seed)
        }

        mutating func list(_ source: String, on day: String, leavingOut share: Int = 10) async throws {
            var sold: [PriceLists.Item] = []
            for item in 0..<items where !random.chance(share) || sold.isEmpty {
                sold.append(
                    PriceLists.Item(
                        key: item, name: "Harbour \(Self.word(item)) Gin", price: random.int(1_000...4_099),
                        stock: random.int(0...50)))
            }
            try await PriceLists(companies: companies, company: company).import(sold, of: source, on: day)
        }

        mutating func score(on day: String? = nil) async throws {
            _ = try await MatchingRun(database: companies.database, company: company.id).run(at: companies.now)
            _ = try await ScoringRun(database: companies.database, company: company.id)
                .run(asOf: day.flatMap { CalendarDay(iso: $0) }, at: companies.now)
            scorings += 1
        }

        /// Merges one product into another, or splits a listing off, as people do.
        mutating func decide() async throws {
            let rows = try await companies.database.read(
                in: company.id,
                Query<Pair<UUID, UUID>>(
                    "SELECT listing_id, product_id FROM listings WHERE product_id IS NOT NULL ORDER BY item_key, source_id"
                ))
            let (one, two) = (random.pick(rows), random.pick(rows))
            let (owner, now, merges) = (company.id, companies.now, random.chance(50))
            do {
                try await companies.database.transaction(in: owner) { transaction in
                    let queries = IdentityQueries(transaction: transaction)
                    let from = ProductReference(owner: owner, id: one.second)
                    if merges {
                        _ = try await queries.merge(
                            from, into: ProductReference(owner: owner, id: two.second), reason: "r", by: .command,
                            at: now)
                    } else {
                        _ = try await queries.split(
                            [one.first], from: from, makeID: { UUID() }, reason: "r", by: .command, at: now)
                    }
                }
            } catch is IdentityProblem {
                // A thing that cannot be done twice; the next one is done.
            }
        }

        /// A word per number, so that no two products are called alike.
        private static func word(_ number: Int) -> String {
            let parts = [
                "ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "xe",
            ]
            return (parts[number / 16 % 16] + parts[number % 16] + parts[(number * 7 + 3) % 16]).capitalized
        }
    }

    private func tell(_ story: inout Story) async throws {
        for day in ["2025-10-06", "2025-10-13"] {
            for source in Self.sources { try await story.list(source, on: day) }
            try await story.score()
        }
        try await story.decide()
        try await story.list("north", on: "2025-10-20")
        try await story.score()
        // Corrected: another list of a day that has been scored.
        try await story.list("north", on: "2025-10-20")
        try await story.list("south", on: "2025-10-13")
        try await story.score()
        // Late: a day before those scored.
        try await story.list("west", on: "2025-09-29")
        try await story.score(on: "2025-10-20")
        for _ in 0..<5 { try await story.decide() }
        try await story.score()
        try await story.list("west", on: "2025-10-27", leavingOut: 40)
        try await story.list("west", on: "2025-10-27", leavingOut: 40)
        try await story.score()
    }

    private func check(_ company: Company, _ companies: TwoCompanies, sample: Int, seed: UInt64) async throws
        -> ReceiptCheckReport
    {
        var random = SeededGenerator(seed: seed)
        return try await ReceiptCheck(database: companies.database, company: company.id)
            .run(sample: sample, using: &random)
    }

    @Test func a_thousand_scores_are_made_again_to_the_last_bit() async throws {
        try await TwoCompanies.with { companies in
            let seed = UInt64(20_261_130)
            var own = Story(companies, companies.harbor, items: 240, seed: seed)
            var other = Story(companies, companies.kestrel, items: 20, seed: seed + 1)
            try await tell(&own)
            try await tell(&other)
            let kept = try await companies.database.read(
                in: companies.harbor.id,
                Query<Pair<Int, Int>>("SELECT count(*), count(DISTINCT turn) FROM score_receipts"))
            let corrected = try await companies.database.read(
                in: companies.harbor.id,
                Query<Pair<Int, Int>>(
                    "SELECT (SELECT count(*) FROM price_revisions), (SELECT count(*) FROM inventory_revisions)"))
            #expect(kept.first.map { $0.first >= 1_200 && $0.second == own.scorings } == true, "\(kept)")
            #expect(corrected.first.map { $0.first > 200 && $0.second > 200 } == true, "\(corrected)")
            let report = try await check(companies.harbor, companies, sample: 4_000, seed: seed)
            #expect(report.checked >= 1_000, "seed \(seed): \(report.checked)")
            #expect(report.same == report.checked && report.isSound, "seed \(seed): \(report.different.prefix(3))")
        }
    }

    /// Each alone is noticed, by whoever may write the tables.
    @Test(arguments: [
        // The smallest change there is.
        "UPDATE score_receipts SET score = score + 2e-14",
        "UPDATE score_receipts SET component_values[2] = component_values[2] - 1e-9",
        "UPDATE score_receipts SET tier = 'viral'",
        "UPDATE score_receipts SET listing_ids = listing_ids[2:], source_ids = source_ids[2:], first_seen = first_seen[2:], last_seen = last_seen[2:], price_kinds = price_kinds[2:]",
        "UPDATE price_history SET price_minor = price_minor * 2 WHERE observed_on = '2025-10-13'",
        "UPDATE inventory_history SET stock_units = stock_units + 500 WHERE observed_at < '2025-10-14'",
        "DELETE FROM price_revisions", "DELETE FROM inventory_history WHERE observed_at < '2025-10-14'",
        "UPDATE scorings SET weights = '{0.2,0.3,0.15,0.2,0.15}'", "UPDATE scorings SET own_tick = own_tick - 1",
        "DELETE FROM scorings",
    ])
    func what_was_changed_behind_the_programs_back_is_noticed(tampering: String) async throws {
        try await TwoCompanies.with { companies in
            var story = Story(companies, companies.harbor, items: 8, seed: 5)
            try await tell(&story)
            let before = try await check(companies.harbor, companies, sample: 300, seed: 1)
            try #require(before.isSound && before.checked > 20)
            let owner = try await companies.test.owner()
            try await owner.runScript(
                """
                ALTER TABLE price_history DISABLE TRIGGER keep_revision;
                ALTER TABLE inventory_history DISABLE TRIGGER keep_revision;
                ALTER TABLE price_history NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE inventory_history NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE price_revisions NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE score_receipts NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE scorings NO FORCE ROW LEVEL SECURITY;
                \(tampering);
                """)
            let after = try await check(companies.harbor, companies, sample: 300, seed: 1)
            #expect(!after.isSound, "nobody noticed: \(tampering)")
        }
    }

    @Test func a_program_cannot_change_what_was_published() async throws {
        try await TwoCompanies.with { companies in
            var story = Story(companies, companies.harbor, items: 4, seed: 5)
            try await story.list("north", on: "2025-10-06")
            try await story.score()
            for statement: SQL in [
                "UPDATE score_receipts SET score = 1", "DELETE FROM score_receipts", "DELETE FROM scorings",
                "UPDATE scorings SET own_tick = 0",
            ] {
                let error = await #expect(throws: DatabaseError.self) {
                    try await companies.database.transaction(in: companies.harbor.id) {
                        _ = try await $0.execute(statement)
                    }
                }
                #expect(error?.state == .insufficientPrivilege)
            }
        }
    }

    @Test func a_scoring_that_says_nothing_new_leaves_nothing_behind() async throws {
        try await TwoCompanies.with { companies in
            var story = Story(companies, companies.harbor, items: 4, seed: 5)
            try await story.list("north", on: "2025-10-06")
            for _ in 0..<3 { try await story.score() }
            let kept = try await companies.database.read(
                in: companies.harbor.id,
                Query<Pair<Int, Int>>(
                    """
                    SELECT (SELECT count(*) FROM score_receipts) - (SELECT count(*) FROM products),
                        (SELECT count(*) FROM scorings)
                    """))
            #expect(kept.first?.first == 0 && kept.first?.second == 1, "\(kept)")
        }
    }

    @Test func a_past_day_opens_as_it_was_known() async throws {
        try await TwoCompanies.with { companies in
            let lists = PriceLists(companies: companies, company: companies.harbor)
            // Counts differ, since equal bytes are read once.
            func list(_ price: Int, _ stock: Int, on day: String) async throws {
                try await lists.import(
                    [.init(key: 1, name: "Harbour Gin", price: price, stock: stock)], of: "north", on: day)
            }
            try await list(2_000, 12, on: "2025-10-06")
            try await list(2_000, 11, on: "2025-10-13")
            var story = Story(companies, companies.harbor, items: 1, seed: 1)
            try await story.score()
            // The price of the 13th turns out to have been half.
            try await list(1_000, 11, on: "2025-10-13")
            try await list(1_000, 10, on: "2025-10-20")
            try await story.score()
            let products = try await companies.database.read(
                in: companies.harbor.id, Query<Single<UUID>>("SELECT product_id FROM products"))
            let product = try #require(products.first).value
            let (then, between, now, before, others) = try await companies.database.transaction(
                in: companies.harbor.id
            ) { transaction in
                let queries = StatementQueries(transaction: transaction)
                func day(_ iso: String) -> CalendarDay? { CalendarDay(iso: iso) }
                return (
                    try await queries.statement(of: product, on: day("2025-10-13")),
                    try await queries.statement(of: product, on: day("2025-10-17")),
                    try await queries.statement(of: product),
                    try await queries.statement(of: product, on: day("2025-10-06")),
                    try await queries.statement(of: product, on: day("2025-10-05"))
                )
            }
            #expect(then?.score.asOf == CalendarDay(iso: "2025-10-13"))
            #expect(then?.origin == .published(at: companies.now, verdict: .same))
            #expect(then?.listings.first?.prices.map(\.price.minorUnits) == [2_000, 2_000])
            #expect(then?.listings.first?.prices.map(\.isCorrected) == [false, true])
            #expect(then?.score[.price]?.result.value == 100)
            // What was in force on a day without a scoring is the one before it.
            #expect(between?.score == then?.score)
            #expect(now?.score.asOf == CalendarDay(iso: "2025-10-20"))
            #expect(now?.listings.first?.prices.map(\.price.minorUnits) == [2_000, 1_000, 1_000])
            #expect((now?.score[.price]?.result.value).map { $0 < 100 } == true)
            // Nobody had scored by the 6th; on the 5th nobody had even seen it.
            #expect(before?.origin == .reconstructed && before?.score.asOf == CalendarDay(iso: "2025-10-06"))
            #expect(others == nil)
            let stranger = try await companies.database.transaction(in: companies.kestrel.id) {
                try await StatementQueries(transaction: $0).statement(of: product)
            }
            #expect(stranger == nil)
        }
    }

    @Test func what_another_company_learns_moves_nothing_here() async throws {
        try await TwoCompanies.with { companies in
            var own = Story(companies, companies.harbor, items: 12, seed: 3)
            try await tell(&own)
            func all() async throws -> [String] {
                try await companies.database.read(
                    in: companies.harbor.id,
                    Query<Single<String>>(
                        "SELECT t::text FROM trend_scores t UNION ALL SELECT r::text FROM score_receipts r ORDER BY 1")
                ).map(\.value)
            }
            let before = try await all()
            // The same goods, sold by the same sources, cheaper and gone.
            var other = Story(companies, companies.kestrel, items: 12, seed: 99)
            try await tell(&other)
            try await own.score()
            let isUntouched = try await all() == before
            #expect(isUntouched)
            let seen = try await companies.database.read(
                in: companies.kestrel.id,
                Query<Single<Int>>(
                    """
                    SELECT (SELECT count(*) FROM score_receipts WHERE company_id = \(companies.harbor.id))
                        + (SELECT count(*) FROM scorings WHERE company_id = \(companies.harbor.id))
                        + (SELECT count(*) FROM price_revisions WHERE company_id = \(companies.harbor.id))
                        + (SELECT count(*) FROM signal_clocks WHERE company_id = \(companies.harbor.id))
                    """))
            #expect(seen.first?.value == 0)
        }
    }
}
