import Catalog
import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// A connection is read from the source to listings, by whoever may, and is read on where it stopped.
@Suite struct SourceReadingTests {
    @Test func a_shop_is_read_to_listings_with_their_evidence() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectGiassi()
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.state == .applied && report.isComplete && report.sentence == nil)
            #expect(report.items == 400 && report.new == 400 && report.rejects == 0)
            let truth = fixture.simulator.world.groceries
            let priced = truth.filter { $0.isAvailable(in: "giassi08", on: 0, seed: fixture.simulator.world.seed) }
            let found = try await fixture.count(
                "listings WHERE price_minor IS NOT NULL AND shop = \(CollectionFixture.region)", in: .house)
            #expect(found == priced.count)
            let first = try #require(priced.first)
            let price: Int = try await fixture.one(
                "SELECT price_minor FROM listings WHERE item_key = \("\(first.id)")", in: .house)
            #expect(price == first.cents(in: "giassi08", on: 0, seed: fixture.simulator.world.seed))
            // Each listing says which answer it came from, and that is there, byte for byte.
            let evidenced = try await fixture.count(
                """
                listings l JOIN raw_records r ON r.company_id = l.company_id AND r.run_id = l.run_id
                    AND r.record = l.line / 1000000 JOIN raw_bodies b ON b.company_id = r.company_id
                    AND b.body_hash = r.body_hash WHERE r.status IN (200, 206)
                """, in: .house)
            #expect(evidenced == 400)
            // Everybody reads the platform's listings; nobody else has them.
            #expect(try await fixture.count("listings", in: fixture.harbor) == 400)
            #expect(try await fixture.count("raw_records", in: fixture.harbor) == 0)
        }
    }

    @Test func a_distributor_is_read_with_the_companys_own_login_and_stays_its_own() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor)
            let report = try await fixture.reading(fixture.harbor).run(connection)
            #expect(report.state == .applied && report.items == 240 && report.pages == 3)
            #expect(try await fixture.count("listings", in: fixture.harbor) == 240)
            for table: SQL in [
                "listings", "raw_records", "raw_bodies", "scrape_runs", "run_progress", "run_fields", "connections",
            ] {
                #expect(try await fixture.count(table, in: fixture.kestrel) == 0)
            }
            // The session is kept: the next run signs in no more.
            _ = try await fixture.reading(fixture.harbor).run(connection)
            let signIns = fixture.simulator.asked(of: .libdib).filter { $0.method == "POST" && $0.path == "/login" }
            #expect(signIns.count == 1)
            // Nothing of the login, or of what came for it, is in what was kept.
            let kept: [Single<String>] = try await fixture.database.read(
                in: fixture.harbor, Query<Single<String>>("SELECT url || fields FROM raw_records"))
            #expect(!kept.isEmpty && !kept.contains { $0.value.contains("sessionid") || $0.value.contains("csrf") })
            let login = try await fixture.count("raw_records WHERE url LIKE '%login%'", in: fixture.harbor)
            #expect(login == 0)
        }
    }

    @Test func a_medium_is_read_once_and_then_only_what_is_new() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connect(.vinepair)
            fixture.clock.advance(by: 5 * 86_400)
            let first = try await fixture.reading(.house, who: .command).run(connection)
            #expect(first.state == .applied && first.new == 10)
            let again = try await fixture.reading(.house, who: .command).run(connection)
            #expect(again.state == .applied && again.records == 0)
            let unchanged: Int = try await fixture.one(
                "SELECT unchanged FROM run_progress WHERE run_id = \(again.run)", in: .house)
            #expect(unchanged == 1)
            fixture.clock.advance(by: 4 * 86_400)
            let later = try await fixture.reading(.house, who: .command).run(connection)
            let truth = fixture.simulator.world.stories(by: fixture.clock.now).count
            #expect(later.state == .applied && later.new > 0)
            let known = try await fixture.count("articles", in: fixture.kestrel)
            // The first run goes back one window; from then on none is missing.
            let missed = fixture.simulator.world.stories(by: fixture.simulator.world.start + 5 * 86_400).count - 10
            #expect(known == truth - missed)
        }
    }

    @Test func what_did_not_change_writes_no_listing_anew() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(connection)
            let again = try await fixture.reading(.house, who: .command).run(connection)
            #expect(again.state == .applied && again.new == 0 && again.changed == 0)
        }
    }
}
