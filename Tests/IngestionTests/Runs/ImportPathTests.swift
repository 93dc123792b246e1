import Catalog
import Companies
import Foundation
import Ingestion
import Postgres
import TestSupport
import Testing

/// What an import must give whichever way its rows go: straight into the tables, or staged first.
@Suite struct ImportPathTests {
    private static let datedBooks = #"{"from": "column", "column": "day", "format": "yyyy-MM-dd"}"#

    private func listing(_ item: String, _ fixture: ImportFixture) async throws -> String? {
        try await fixture.companies.database.read(
            in: fixture.companies.harbor.id,
            Query<Single<String>>(
                """
                SELECT concat_ws(' ', name, price_minor, first_seen, last_seen, line) FROM listings
                WHERE item_key = \(item)
                """)
        ).first?.value
    }

    private func prices(of item: String, _ fixture: ImportFixture) async throws -> [String] {
        try await fixture.companies.database.read(
            in: fixture.companies.harbor.id,
            Query<Single<String>>(
                """
                SELECT concat_ws(' ', h.observed_on, h.price_minor, h.line)
                FROM price_history h JOIN listings l USING (company_id, listing_id)
                WHERE l.item_key = \(item) ORDER BY h.observed_on
                """)
        ).map(\.value)
    }

    private func source(_ fixture: ImportFixture) async throws -> String? {
        try await fixture.companies.database.read(
            in: fixture.companies.harbor.id,
            Query<Single<String>>("SELECT concat_ws(' ', listings, first_listed_on, last_listed_on) FROM sources")
        ).first?.value
    }

    @Test func a_repeat_many_batches_later_is_rejected_by_the_line_it_repeats() async throws {
        try await ImportFixture.with { fixture in
            let text = ImportFixture.book(items: 1..<9_001) + "17,Item 17 again,11.00,750 ml,,5\n"
            let report = try await fixture.load(text)
            #expect(report.rowsGood == 9_000 && report.rowsRejected == 1 && report.listingsNew == 9_000)
            #expect(report.rejects.map(\.reason) == ["repeats item 17 of line 18"])
            #expect(report.rejects.first?.raw == Array("17,Item 17 again,11.00,750 ml,,5".utf8))
            let kept = try await fixture.rawRecords()
            #expect(kept == 9_001)
        }
    }

    @Test func new_changed_and_unchanged_rows_of_one_list_go_each_their_way() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<101))
            var lines = ImportFixture.book(items: 1..<111).split(separator: "\n").map(String.init)
            lines[7] = "7,Item 7,12.00,750 ml,,5"
            let report = try await fixture.load(lines.joined(separator: "\n") + "\n")
            #expect(report.listingsNew == 10 && report.listingsChanged == 1)
            let changed = try await listing("7", fixture)
            #expect(changed == "Item 7 1200 2026-05-06 2026-05-06 8")
            let unchanged = try await prices(of: "8", fixture)
            #expect(unchanged == ["2026-05-06 1000 9"])
            let new = try await prices(of: "105", fixture)
            #expect(new == ["2026-05-06 1000 106"])
            let kept = try await source(fixture)
            #expect(kept == "110 2026-05-06 2026-05-06")
        }
    }

    @Test func a_list_of_several_days_is_told_from_one_of_one_day_and_the_newest_row_counts() async throws {
        try await ImportFixture.with { fixture in
            let mapping = try BookFixture.mapping(date: Self.datedBooks)
            // The second day begins in the second batch.
            let first = (1..<4_101).map { "\($0),Item \($0),10.00,2026-05-06\n" }.joined()
            let text = "id,name,price,day\n" + first + "1,Newer,12.00,2026-05-13\n2,Older,8.00,2026-04-29\n"
            let report = try await fixture.load(text, mapping: mapping)
            #expect(report.state == .applied && report.rowsGood == 4_102 && report.items == 4_100)
            #expect(report.listingsNew == 4_100 && report.listingsChanged == 0)
            #expect(report.listedOn == CalendarDay(iso: "2026-05-13"))
            let newer = try await listing("1", fixture)
            #expect(newer == "Newer 1200 2026-05-06 2026-05-13 4102")
            let older = try await listing("2", fixture)
            #expect(older == "Item 2 1000 2026-04-29 2026-05-06 3")
            let history = try await prices(of: "2", fixture)
            #expect(history == ["2026-04-29 800 4103", "2026-05-06 1000 3"])
            let kept = try await fixture.rawRecords()
            #expect(kept == 4_102, "the attempt that was taken back leaves no records")
            let upkeep = try await source(fixture)
            #expect(upkeep == "4100 2026-04-29 2026-05-13")
        }
    }

    @Test func a_held_list_leaves_the_listings_of_the_list_before_untouched() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<101))
            let held = try await fixture.load(ImportFixture.book(items: 1..<50, price: "99.00"), day: "2026-05-13")
            #expect(held.state == .held && held.rowsGood == 49)
            let before = try await listing("1", fixture)
            #expect(before == "Item 1 1000 2026-05-06 2026-05-06 2")
            let staged = try await fixture.count("staged_rows")
            #expect(staged == 49)
            let kept = try await fixture.rawRecords()
            #expect(kept == 149, "also what a held file said is kept")
            let source = try await source(fixture)
            #expect(source == "100 2026-05-06 2026-05-06")
        }
    }

    @Test func a_catalogue_read_again_undoes_what_an_observation_changed() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<3))
            let observations = try BookFixture.mapping(extra: #", "observations": true"#)
            let seen = try await fixture.load("id,name,price\n1,Item 1,7.00\n", mapping: observations)
            #expect(seen.listingsChanged == 1)
            let lowered = try await listing("1", fixture)
            #expect(lowered == "Item 1 700 2026-05-06 2026-05-06 2")
            let again = try await fixture.load(ImportFixture.book(items: 1..<3) + "\n")
            #expect(again.listingsChanged == 1)
            let restored = try await listing("1", fixture)
            #expect(restored == "Item 1 1000 2026-05-06 2026-05-06 2")
        }
    }

    @Test func an_item_of_two_shops_has_two_listings() async throws {
        try await ImportFixture.with { fixture in
            let mapping = try BookFixture.mapping(extra: #", "shop": {"column": "shop"}"#)
            let text = "id,name,price,shop\n1,One,10.00,North\n1,One,11.00,South\n1,Again,12.00,North\n"
            let report = try await fixture.load(text, confirmed: true, mapping: mapping)
            #expect(report.listingsNew == 2 && report.rowsRejected == 1)
            let next = try await fixture.load(
                "id,name,price,shop\n1,One,10.00,North\n1,One,13.00,South\n", confirmed: true, mapping: mapping)
            #expect(next.listingsNew == 0 && next.listingsChanged == 1)
            let shops = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id,
                Query<Single<String>>("SELECT shop || ' ' || price_minor FROM listings ORDER BY shop"))
            #expect(shops.map(\.value) == ["North 1000", "South 1300"])
        }
    }

    @Test func objects_that_share_a_line_are_all_kept() async throws {
        try await ImportFixture.with { fixture in
            let mapping = try BookFixture.mapping(format: "json")
            let file = try TemporaryFile(
                #"[{"id": "1", "name": "One", "price": "10.00"}, {"id": "2", "name": "Two", "price": "9.00"}]"#,
                name: "book-2026-05-06.json")
            let report = try await fixture.load(file, mapping: mapping)
            #expect(report.state == .applied && report.listingsNew == 2)
            let kept = try await fixture.rawRecords()
            #expect(kept == 2)
        }
    }

    @Test func two_imports_of_one_source_at_once_give_every_item_once() async throws {
        try await ImportFixture.with { fixture in
            async let one = fixture.load(ImportFixture.book(items: 1..<201))
            async let other = fixture.load(ImportFixture.book(items: 1..<201) + "\n")
            let made = try await one.listingsNew + other.listingsNew
            #expect(made == 200)
            let listings = try await fixture.count("listings")
            #expect(listings == 200)
        }
    }

    @Test func the_report_tells_how_long_the_database_worked() async throws {
        try await ImportFixture.with { fixture in
            let began = ContinuousClock.now
            let report = try await fixture.load(ImportFixture.book(items: 1..<2_001))
            #expect(report.databaseTime > .milliseconds(1) && report.databaseTime < began.duration(to: .now))
        }
    }
}
