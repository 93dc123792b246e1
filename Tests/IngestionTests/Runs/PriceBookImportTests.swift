import Catalog
import Companies
import Foundation
import Ingestion
import Postgres
import TestSupport
import Testing

@Suite struct PriceBookImportTests {
    @Test func a_book_becomes_listings_prices_and_stock_and_every_raw_row_is_kept() async throws {
        try await ImportFixture.with { fixture in
            let report = try await fixture.load(ImportFixture.book(items: 1..<11))
            #expect(report.state == .applied)
            #expect(report.rowsGood == 10 && report.rowsRejected == 0 && report.listingsNew == 10)
            for table in ["listings", "price_history", "inventory_history"] {
                let count = try await fixture.count(table)
                #expect(count == 10, "\(table)")
            }
            let staged = try await fixture.count("staged_rows")
            #expect(staged == 0)
            let kept = try await fixture.rawRecords()
            #expect(kept == 10)
            let listings = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id, Query<Pair<UUID, String>>("SELECT listing_id, item_key FROM listings"))
            for listing in listings {
                let raw = try await fixture.companies.database.read(
                    in: fixture.companies.harbor.id, RawEvidence.of(listing: listing.first))
                #expect(raw.first?.payload == Array("\(listing.second),Item \(listing.second),10.00,750 ml,,5".utf8))
            }
        }
    }

    @Test func the_other_company_sees_none_of_it() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<11))
            for table in ["sources", "scrape_runs", "raw_blocks", "listings", "price_history", "inventory_history"] {
                let theirs = try await fixture.count(table, in: fixture.companies.kestrel)
                let ours = try await fixture.count(table)
                #expect(theirs == 0 && ours > 0, "\(table)")
            }
        }
    }

    @Test func the_same_item_numbers_of_two_companies_do_not_meet() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<4, price: "10.00"))
            try await fixture.load(ImportFixture.book(items: 1..<4, price: "99.00"), into: fixture.companies.kestrel)
            let prices = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id, Query<Single<Int>>("SELECT DISTINCT price_minor FROM listings"))
            #expect(prices.map(\.value) == [1_000])
        }
    }

    @Test func the_same_file_is_applied_once() async throws {
        try await ImportFixture.with { fixture in
            let file = try TemporaryFile(ImportFixture.book(items: 1..<11), name: "book-2026-05-06.csv")
            try await fixture.load(file)
            let again = try await fixture.load(file)
            #expect(again.wasKnown && again.state == .applied)
            let runs = try await fixture.count("scrape_runs")
            #expect(runs == 1)
        }
    }

    @Test func rows_that_change_nothing_write_nothing() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<11))
            let versions: SQL = "SELECT string_agg(xmin::text || ctid::text, ' ' ORDER BY item_key) FROM listings"
            let harbor = fixture.companies.harbor.id
            let before = try await fixture.companies.database.read(in: harbor, Query<Single<String>>(versions))
            // Other bytes, same content.
            let report = try await fixture.load(ImportFixture.book(items: 1..<11) + "\n")
            let after = try await fixture.companies.database.read(in: harbor, Query<Single<String>>(versions))
            #expect(report.state == .applied && report.listingsNew == 0 && report.listingsChanged == 0)
            #expect(before.first?.value == after.first?.value)
        }
    }

    @Test func only_what_a_listing_says_of_itself_makes_it_wait_for_the_matcher() async throws {
        try await ImportFixture.with { fixture in
            let harbor = fixture.companies.harbor.id
            let waiting: SQL = "SELECT item_key FROM listings WHERE awaits_matching ORDER BY item_key"
            func keys() async throws -> [String] {
                try await fixture.companies.database.read(in: harbor, Query<Single<String>>(waiting)).map(\.value)
            }
            try await fixture.load(ImportFixture.book(items: 1..<4))
            #expect(try await keys() == ["1", "2", "3"], "new ones wait")
            _ = try await fixture.companies.database.transaction(in: harbor) {
                try await $0.execute("UPDATE listings SET awaits_matching = false WHERE company_id = \(harbor)")
            }
            try await fixture.load(ImportFixture.book(items: 1..<4, price: "11.00"), day: "2026-05-07")
            #expect(try await keys().isEmpty, "a price says nothing of what it is")
            let renamed = ImportFixture.book(items: 1..<4, price: "11.00").replacing("Item 2,", with: "Thing 2,")
            try await fixture.load(renamed, day: "2026-05-08")
            #expect(try await keys() == ["2"])
        }
    }

    @Test func several_codes_and_the_container_are_kept() async throws {
        try await ImportFixture.with { fixture in
            let mapping = try BookFixture.mapping(
                fields: """
                    , "volume": {"column": "size", "transforms": ["size_text"]}, "gtin": {"column": "ean"},
                      "other_gtins": {"column": "more"}, "container": {"column": "in"}
                    """)
            try await fixture.load(
                """
                id,name,price,size,ean,more,in
                1,Item 1,10.00,750 ml,4006381333931,4006381333948 96385074,can
                2,Item 2,10.00,750 ml,,,sack

                """, mapping: mapping)
            let rows = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id,
                Query<Pair<String, String>>(
                    """
                    SELECT item_key, concat_ws('|', gtin, other_gtins, container) FROM listings ORDER BY item_key
                    """))
            #expect(rows.map(\.second) == ["04006381333931|04006381333948 00000096385074|CAN", ""])
        }
    }

    @Test func a_later_list_moves_the_price_and_an_older_one_only_adds_history() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<3, price: "10.00"), day: "2026-05-06")
            try await fixture.load(ImportFixture.book(items: 1..<3, price: "12.50"), day: "2026-06-06")
            try await fixture.load(ImportFixture.book(items: 1..<3, price: "8.00"), day: "2026-04-06")
            let harbor = fixture.companies.harbor.id
            let (listings, history) = try await fixture.companies.database.read(
                in: harbor,
                Query<Pair<Int, String>>(
                    "SELECT price_minor, first_seen || ' ' || last_seen FROM listings WHERE item_key = '1'"),
                Query<Single<Int>>(
                    """
                    SELECT h.price_minor FROM price_history h JOIN listings l USING (company_id, listing_id)
                    WHERE l.item_key = '1' ORDER BY h.observed_on
                    """))
            #expect(listings.first?.first == 1_250)
            #expect(listings.first?.second == "2026-04-06 2026-06-06")
            #expect(history.map(\.value) == [800, 1_000, 1_250])
        }
    }

    @Test func bad_rows_go_to_the_report_and_the_good_ones_commit() async throws {
        try await ImportFixture.with { fixture in
            let text =
                ImportFixture.book(items: 1..<101)
                + "101,Bad price,abc,750 ml,,5\n102,Negative,-5.00,750 ml,,5\n,No number,5.00,750 ml,,5\n"
            let report = try await fixture.load(text)
            #expect(report.state == .applied)
            #expect(report.rowsGood == 100 && report.rowsRejected == 3)
            #expect(report.rejects.map(\.line) == [102, 103, 104])
            #expect(report.rejects.map(\.column) == ["price", "price", "id"])
            #expect(report.rejects.first?.raw == Array("101,Bad price,abc,750 ml,,5".utf8))
            let raw = try await fixture.rawRecords()
            #expect(raw == 103, "rejected rows are kept too")
        }
    }

    @Test func more_than_five_percent_bad_rows_hold_the_file_until_it_is_confirmed() async throws {
        try await ImportFixture.with { fixture in
            let text = ImportFixture.book(items: 1..<11) + "11,Bad,abc,750 ml,,5\n"
            let file = try TemporaryFile(text, name: "book-2026-05-06.csv")
            let held = try await fixture.load(file)
            #expect(held.state == .held)
            #expect(held.holdReason == "1 of 11 rows (10 %) could not be used")
            let listings = try await fixture.count("listings")
            #expect(listings == 0)
            let again = try await fixture.load(file)
            #expect(again.state == .held && again.wasKnown)
            let confirmed = try await fixture.load(file, confirmed: true)
            #expect(confirmed.state == .applied && confirmed.listingsNew == 10)
            let staged = try await fixture.count("staged_rows")
            #expect(staged == 0)
        }
    }

    @Test func a_list_that_shrank_by_more_than_a_fifth_is_held() async throws {
        try await ImportFixture.with { fixture in
            try await fixture.load(ImportFixture.book(items: 1..<101), day: "2026-05-06")
            let fine = try await fixture.load(ImportFixture.book(items: 1..<81), day: "2026-05-13")
            #expect(fine.state == .applied, "80 of 100 is exactly the limit")
            let held = try await fixture.load(ImportFixture.book(items: 1..<60), day: "2026-05-20")
            #expect(held.state == .held)
            #expect(held.holdReason == "the list has 59 items where the one before it had 80")
            let older = try await fixture.load(ImportFixture.book(items: 1..<20), day: "2026-04-20")
            #expect(older.state == .applied, "an older first list has nothing before it")
        }
    }

    @Test func a_repeated_item_is_rejected_by_line_and_a_shared_gtin_is_not() async throws {
        try await ImportFixture.with { fixture in
            let text =
                ImportFixture.book(items: 1..<41) + "1,Item 1 again,11.00,750 ml,,5\n"
                + "50,Twin,11.00,750 ml,04006381333931,5\n51,Other twin,11.00,750 ml,04006381333931,5\n"
            let report = try await fixture.load(text)
            #expect(report.rowsGood == 42 && report.rowsRejected == 1)
            #expect(report.rejects.first?.reason == "repeats item 1 of line 2")
        }
    }

    @Test(arguments: [
        ("", "empty"), ("id,price\n1,2.00\n", "name"), ("\u{0}\u{1}\u{2}", "id"),
    ])
    func a_file_that_cannot_be_this_book_is_refused_with_a_sentence_and_nothing_is_kept(
        text: String, word: String
    ) async throws {
        try await ImportFixture.with { fixture in
            let problem = await #expect(throws: PriceBookProblem.self) { try await fixture.load(text) }
            let sentence = try #require(problem?.description)
            #expect(sentence.contains(word) && sentence.hasSuffix("."), "\(sentence)")
            let raw = try await fixture.rawRecords()
            #expect(raw == 0)
            let failures = try await fixture.companies.database.read(
                in: fixture.companies.harbor.id,
                Query<Single<String>>("SELECT failure FROM scrape_runs WHERE state = 'failed'"))
            #expect(failures.map(\.value) == [sentence])
        }
    }

    @Test func a_latin_1_header_is_read_under_auto_and_refused_clearly_under_utf_8() async throws {
        try await ImportFixture.with { fixture in
            let bytes = Array(
                "id,name,price,größe\n1,Crème,2.00,\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
            let file = try TemporaryFile(bytes, name: "book-2026-05-06.csv")
            let strict = try BookFixture.mapping(encoding: "utf-8")
            let problem = await #expect(throws: PriceBookProblem.self) {
                try await fixture.load(file, mapping: strict)
            }
            #expect(problem?.description.contains("is not UTF-8") == true)
            let report = try await fixture.load(file, mapping: try BookFixture.mapping())
            #expect(report.state == .applied && report.rowsGood == 1)
        }
    }

    @Test func a_gzip_cut_in_half_keeps_nothing_and_the_whole_file_then_goes_through() async throws {
        try await ImportFixture.with { fixture in
            let text = ImportFixture.book(items: 1..<20_001)
            let whole = try #require(gzip(text))
            let half = try TemporaryFile(Array(whole.prefix(whole.count / 2)), name: "book-2026-05-06.csv.gz")
            let problem = await #expect(throws: PriceBookProblem.self) { try await fixture.load(half) }
            #expect(problem?.code == .truncatedGzip)
            for table in ["listings", "raw_blocks", "staged_rows", "price_history"] {
                let count = try await fixture.count(table)
                #expect(count == 0, "\(table)")
            }
            let report = try await fixture.load(try TemporaryFile(whole, name: "book-2026-05-06.csv.gz"))
            #expect(report.listingsNew == 20_000)
        }
    }

    @Test func a_server_that_dies_mid_import_keeps_nothing_and_a_second_run_completes() async throws {
        try await ImportFixture.with { fixture in
            let file = try TemporaryFile(ImportFixture.book(items: 1..<40_001), name: "book-2026-05-06.csv")
            let killer = try await fixture.companies.test.app()
            let work = PriceBookImport(
                database: fixture.companies.database, company: fixture.companies.harbor.id, sourceSlug: "shop",
                sourceTitle: "Shop")
            let mapping = try ImportFixture.mapping()
            let options = try BookFixture.options()
            let error = await #expect(throws: DatabaseError.self) {
                try await work.run(
                    path: file.path, mapping: mapping, options: options, confirmed: false,
                    moment: .init(run: UUID(), source: UUID(), now: fixture.companies.now)
                ) { _, _ in
                    // The first batch is in: end every other connection of the runtime role.
                    Task {
                        _ = try? await killer.execute(
                            """
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
                            """)
                    }
                }
            }
            #expect(error?.isConnectionLoss == true, "\(String(describing: error))")
            for table in ["listings", "raw_blocks", "staged_rows", "scrape_runs"] {
                let count = try await eventually { try await fixture.count(table) }
                #expect(count == 0, "\(table)")
            }
            let report = try await eventually { try await fixture.load(file) }
            #expect(report.listingsNew == 40_000)
        }
    }

    @Test func an_import_in_a_forged_company_fails() async throws {
        try await ImportFixture.with { fixture in
            let nobody = Company(
                id: CompanyID(rawValue: UUID()), slug: "nobody", name: "x", homeCurrency: "USD", timeZone: "UTC")
            await #expect(throws: DatabaseError.self) {
                try await fixture.load(ImportFixture.book(items: 1..<3), into: nobody)
            }
        }
    }

    /// The pool may hand out a connection that was just killed; the use after it meets a new one.
    private func eventually<Result>(_ body: () async throws -> Result) async throws -> Result {
        for _ in 0..<8 {
            do { return try await body() } catch let error as DatabaseError where error.isConnectionLoss { continue }
        }
        return try await body()
    }
}
