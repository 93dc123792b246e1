import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// What people decide about products is written, followed, and can be taken back, in the database as in the ledger.
@Suite struct IdentityQueriesTests {
    /// A company's listings, each a product of its own at first.
    private struct Shelf: Sendable {
        let fixture: TwoCompanies
        let company: CompanyID
        var listings: [UUID] = []
        var products: [ProductReference] = []

        var database: CompanyDatabase { fixture.database }

        /// - Parameter count: listings, two in each source.
        static func make(_ count: Int, in company: CompanyID, _ fixture: TwoCompanies) async throws -> Shelf {
            var shelf = Shelf(fixture: fixture, company: company)
            let (listings, products) = ((0..<count).map { _ in UUID() }, (0..<count).map { _ in UUID() })
            try await fixture.database.transaction(in: company) { transaction in
                for place in 0..<count {
                    let source = try await SourceQueries.findOrCreate(
                        slug: "s\(place / 2)", title: "S", id: UUID(), at: fixture.now, in: transaction)
                    _ = try await transaction.execute(all: [
                        """
                        INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                        VALUES (\(company), \(products[place]), \("Thing \(place)"), \("thing \(place)"), \(fixture.now))
                        """,
                        """
                        INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, price_kind, first_seen,
                            last_seen, run_id, line, product_company_id, product_id)
                        VALUES (\(company), \(listings[place]), \(source.rawValue), \("\(place)"), \("Thing \(place)"), 750,
                            'retail', date '2026-01-01', date '2026-01-01', \(UUID()), 1, \(company), \(products[place]))
                        """,
                        """
                        INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule,
                            confidence, matcher, decided_at)
                        VALUES (\(company), \(UUID()), \(listings[place]), \(company), \(products[place]), 'new', 1,
                            'test', \(fixture.now))
                        """,
                    ])
                }
            }
            shelf.listings = listings
            shelf.products = products.map { ProductReference(owner: company, id: $0) }
            return shelf
        }

        @discardableResult
        func act(
            _ body: @Sendable (IdentityQueries) async throws -> IdentityOutcome
        ) async throws -> IdentityOutcome {
            try await database.transaction(in: company) { try await body(IdentityQueries(transaction: $0)) }
        }

        func merge(_ from: Int, _ into: Int) async throws -> IdentityOutcome {
            let (from, into, now) = (products[from], products[into], fixture.now)
            return try await act {
                try await $0.merge(from, into: into, reason: "The same bottle", by: .command, at: now)
            }
        }

        func undo(_ act: UUID, again: Bool = false) async throws -> IdentityOutcome {
            let now = fixture.now
            return try await self.act { try await $0.undo(act, again: again, by: .command, at: now) }
        }

        private struct Pair: RowDecodable {
            let listing: UUID
            let product: UUID?

            init(row: inout RowReader) throws {
                listing = try row.next()
                product = try row.nextOptional()
            }
        }

        func now() async throws -> [UUID: UUID] {
            let rows = try await database.read(
                in: company,
                Query<Pair>("SELECT listing_id, product_id FROM listings WHERE company_id = \(company)"))
            return Dictionary(uniqueKeysWithValues: rows.compactMap { row in row.product.map { (row.listing, $0) } })
        }
    }

    @Test func merged_and_taken_back_is_as_it_was_and_the_other_company_sees_nothing() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await Shelf.make(4, in: fixture.harbor.id, fixture)
            let other = try await Shelf.make(2, in: fixture.kestrel.id, fixture)
            let (before, others) = (try await shelf.now(), try await other.now())
            let merged = try await shelf.merge(0, 2)
            #expect(merged.moved == 1 && merged.contradictions.isEmpty)
            #expect(try await shelf.now()[shelf.listings[0]] == shelf.products[2].id)
            // Under its old name it is what it was merged into.
            await #expect(throws: IdentityProblem.isSameAlready) { try await shelf.merge(0, 2) }
            await #expect(throws: IdentityProblem.isSameAlready) { try await shelf.merge(2, 0) }
            let chain = try await shelf.merge(2, 3)
            let names = Set(try await shelf.now().values)
            #expect(chain.moved == 2 && names.count == 2)
            // The first goes, the second stays.
            #expect(try await shelf.undo(merged.act).moved == 1)
            #expect(try await shelf.now()[shelf.listings[0]] == shelf.products[0].id)
            #expect(try await shelf.now()[shelf.listings[2]] == shelf.products[3].id)
            await #expect(throws: IdentityProblem.isUndone) { try await shelf.undo(merged.act) }
            #expect(try await shelf.undo(merged.act, again: true).moved == 1)
            await #expect(throws: IdentityProblem.stands) { try await shelf.undo(merged.act, again: true) }
            _ = try await shelf.undo(chain.act)
            _ = try await shelf.undo(merged.act)
            #expect(try await shelf.now() == before)

            #expect(try await other.now() == others)
            for table: SQL in ["identity_acts", "identity_merges", "identity_differences"] {
                let rows = try await fixture.database.read(
                    in: fixture.kestrel.id, Query<Single<Int>>("SELECT count(*) FROM \(table)"))
                #expect(rows.first?.value == 0)
            }
            await #expect(throws: IdentityProblem.noSuchAct) { try await other.undo(merged.act) }
            await #expect(throws: IdentityProblem.noSuchProduct) {
                try await other.act { [product = shelf.products[0], own = other.products[0]] in
                    try await $0.merge(own, into: product, reason: "x", by: .command, at: fixture.now)
                }
            }
        }
    }

    @Test func what_it_is_not_is_kept_and_told_when_it_becomes_so() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await Shelf.make(4, in: fixture.harbor.id, fixture)
            let merged = try await shelf.merge(0, 2)
            let marked = try await shelf.act { [listing = shelf.listings[0], product = shelf.products[2]] in
                try await $0.markDifferent(
                    listing, from: product, makeID: { UUID() }, reason: "Another vintage", by: .command, at: fixture.now
                )
            }
            let made = try #require(marked.product)
            #expect(try await shelf.now()[shelf.listings[0]] == made)
            // The matcher does not do it again.
            let excluded = try await fixture.database.transaction(in: shelf.company) {
                try await MatchingQueries(transaction: $0).differences()
            }
            #expect(excluded == [shelf.listings[0]: [shelf.products[2].id]])
            let alarm = try await shelf.act { [into = shelf.products[2]] in
                try await $0.merge(
                    ProductReference(owner: shelf.company, id: made), into: into, reason: "After all", by: .command,
                    at: fixture.now)
            }
            #expect(
                alarm.contradictions.contains(
                    .isWhatItIsNot(listing: shelf.listings[0], product: shelf.products[2].id)))
            #expect(try await shelf.undo(marked.act).contradictions.isEmpty)
            _ = try await shelf.undo(alarm.act)
            _ = try await shelf.undo(merged.act)
            #expect(try await shelf.now()[shelf.listings[0]] == shelf.products[0].id)
        }
    }

    @Test func listings_are_split_off_and_moved_and_two_of_one_seller_are_told() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await Shelf.make(6, in: fixture.harbor.id, fixture)
            // 0 and 1 are of one source.
            let twice = try await shelf.merge(0, 1)
            #expect(
                twice.contradictions == [
                    .soldTwice(
                        listings: [shelf.listings[0], shelf.listings[1]].sorted(), product: shelf.products[1].id)
                ])
            _ = try await shelf.merge(2, 1)
            let split = try await shelf.act {
                [parts = [shelf.listings[0], shelf.listings[2]], from = shelf.products[1]] in
                try await $0.split(
                    parts, from: from, makeID: { UUID() }, reason: "Two sizes", by: .command, at: fixture.now)
            }
            #expect(split.moved == 2 && split.contradictions.isEmpty)
            let now = try await shelf.now()
            #expect(now[shelf.listings[0]] == split.product && now[shelf.listings[2]] == split.product)
            for parts in [[], [shelf.listings[1]]] {
                await #expect(throws: IdentityProblem.splitsNothing) {
                    try await shelf.act { [from = shelf.products[1]] in
                        try await $0.split(
                            parts, from: from, makeID: { UUID() }, reason: "x", by: .command, at: fixture.now)
                    }
                }
            }
            let moved = try await shelf.act { [listing = shelf.listings[4], to = shelf.products[5]] in
                try await $0.move(
                    listing, to: to, makeID: { UUID() }, reason: "Same code", by: .command, at: fixture.now)
            }
            #expect(moved.moved == 1 && moved.contradictions.count == 1)
            for reason in ["", "  ", String(repeating: "x", count: 401)] {
                await #expect(throws: IdentityProblem.noReason) {
                    try await shelf.act { [listing = shelf.listings[4], to = shelf.products[3]] in
                        try await $0.move(
                            listing, to: to, makeID: { UUID() }, reason: reason, by: .command, at: fixture.now)
                    }
                }
            }
            let history = try await fixture.database.transaction(in: shelf.company) {
                try await IdentityHistoryQueries(transaction: $0).history(limit: 10)
            }
            #expect(history.count == 4 && Set(history.map(\.kind)) == [.merge, .split, .move])
            #expect(history.allSatisfy { !$0.things.isEmpty && !$0.product.isEmpty })
        }
    }

    @Test func the_houses_products_are_not_a_companys_to_merge() async throws {
        try await TwoCompanies.with { fixture in
            let house = try await Shelf.make(2, in: .house, fixture)
            let shelf = try await Shelf.make(2, in: fixture.harbor.id, fixture)
            await #expect(throws: IdentityProblem.notYours) {
                try await shelf.act { [from = house.products[0], into = shelf.products[0]] in
                    try await $0.merge(from, into: into, reason: "x", by: .command, at: fixture.now)
                }
            }
            // The other way round it is theirs.
            let merged = try await shelf.act { [from = shelf.products[0], into = house.products[0]] in
                try await $0.merge(from, into: into, reason: "The same", by: .command, at: fixture.now)
            }
            #expect(merged.moved == 1)
            #expect(try await shelf.now()[shelf.listings[0]] == house.products[0].id)
            _ = try await shelf.undo(merged.act)
            #expect(try await shelf.now()[shelf.listings[0]] == shelf.products[0].id)
        }
    }

    /// Random histories: the database says what the ledger says, and all of it taken back is what it was.
    @Test(arguments: 1...4) func the_database_does_what_the_ledger_does(seed: UInt64) async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await Shelf.make(8, in: fixture.harbor.id, fixture)
            var random = SeededGenerator(seed: seed)
            var ledger = IdentityLedger<UUID>()
            ledger.record(zip(shelf.listings, shelf.products).map { .assign(listing: $0, product: $1.id) })
            let before = try await shelf.now()
            #expect(before == ledger.all)
            var acts: [(id: UUID, number: Int, isUndone: Bool)] = []
            for _ in 0..<25 {
                let (one, other) = (random.int(0...7), random.int(0...7))
                do {
                    switch random.int(0...3) {
                    case 0, 1:
                        // What is merged is merged under the name it has now.
                        let (from, into) = (
                            ledger.root(of: shelf.products[one].id), ledger.root(of: shelf.products[other].id)
                        )
                        let found = try await shelf.merge(one, other)
                        acts.append((found.act, ledger.record([.merge(from, into: into)]), false))
                    case 2:
                        let to = ledger.root(of: shelf.products[other].id)
                        let found = try await shelf.act {
                            [listing = shelf.listings[one], product = shelf.products[other]] in
                            try await $0.move(
                                listing, to: product, makeID: { UUID() }, reason: "x", by: .command, at: fixture.now)
                        }
                        acts.append(
                            (found.act, ledger.record([.assign(listing: shelf.listings[one], product: to)]), false))
                    default:
                        guard !acts.isEmpty else { continue }
                        let place = random.int(0...acts.count - 1)
                        acts[place].isUndone.toggle()
                        _ = try await shelf.undo(acts[place].id, again: !acts[place].isUndone)
                        ledger.set(acts[place].number, isUndone: acts[place].isUndone)
                    }
                } catch IdentityProblem.isSameAlready {
                    continue
                }
                #expect(try await shelf.now() == ledger.all, "seed \(seed)")
            }
            for act in acts where !act.isUndone { _ = try await shelf.undo(act.id) }
            #expect(try await shelf.now() == before, "seed \(seed)")
        }
    }
}
