import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// What sources answered lies in the lake, whole, by company, once; and the past can be read anew from it.
@Suite struct BronzeLakeTests {
    private struct Lake: Sendable {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-lake-\(UUID())").path

        var folder: LakeFolder { LakeFolder(path: path) }

        func bronze(_ fixture: CollectionFixture) -> BronzeLake {
            BronzeLake(database: fixture.database, storage: folder, duckDB: DuckDB(path: DuckDB.inTests))
        }

        func replay(_ fixture: CollectionFixture) throws -> RunReplay {
            RunReplay(database: fixture.database, access: try fixture.access(), lake: bronze(fixture))
        }

        func remove() { try? FileManager.default.removeItem(atPath: path) }
    }

    private func with(_ body: (CollectionFixture, Lake) async throws -> Void) async throws {
        let lake = Lake()
        defer { lake.remove() }
        try await CollectionFixture.with { try await body($0, lake) }
    }

    private func all(
        _ replay: RunReplay, in company: CompanyID, applies: Bool = false
    ) async throws -> [ReplayReport] {
        let reports = Collected<ReplayReport>()
        try await replay.replay(
            company, from: .distantPast, to: Date(timeIntervalSince1970: 4_000_000_000), applies: applies
        ) { report, _ in reports.add(report) }
        return reports.all
    }

    @Test func runs_lie_in_the_lake_by_company_source_region_and_day_and_equal_bytes_once() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            let distributor = try await fixture.connectLibDib(fixture.harbor)
            for _ in 0..<2 {
                _ = try await fixture.reading(.house, who: .command).run(shop)
                _ = try await fixture.reading(fixture.harbor).run(distributor)
            }
            let bronze = lake.bronze(fixture)
            let files = try await bronze.compact(.house, at: fixture.clock.now)
            let others = try await bronze.compact(fixture.harbor, at: fixture.clock.now)
            #expect(files.count == 2 && others.count == 2)
            let place =
                "company=\(CompanyID.house)/source=giassi/region=\(CollectionFixture.region)/year=2026/month=10/day=01/"
            #expect(files.allSatisfy { $0.path.hasPrefix(place) && $0.path.hasSuffix(".parquet") })
            #expect(others.allSatisfy { $0.path.hasPrefix("company=\(fixture.harbor)/source=libdib/region=all/") })
            for file in files + others {
                #expect(FileManager.default.fileExists(atPath: lake.folder.url(file.path).path))
            }
            // Tree and region say the same every time: the second file refers to the first one's.
            #expect(files[1].bodyBytes < files[0].bodyBytes && files[0].records == files[1].records)
            // Done is done, and nobody sees another's.
            #expect(try await bronze.compact(.house, at: fixture.clock.now).isEmpty)
            #expect(try await fixture.count("bronze_files", in: fixture.kestrel) == 0)
            #expect(try await fixture.count("bronze_files", in: fixture.harbor) == 2)
            #expect(try FileManager.default.contentsOfDirectory(atPath: lake.path + "/.work").isEmpty)
        }
    }

    @Test func the_past_read_anew_is_the_present_also_from_the_lake_alone() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            let medium = try await fixture.connect(.vinepair)
            let distributor = try await fixture.connectLibDib(fixture.harbor)
            fixture.clock.advance(by: 86_400)
            for _ in 0..<3 {
                _ = try await fixture.reading(.house, who: .command).run(shop)
                _ = try await fixture.reading(.house, who: .command).run(medium)
                _ = try await fixture.reading(fixture.harbor).run(distributor)
                fixture.clock.advance(by: 86_400)
            }
            let replay = try lake.replay(fixture)
            for company in [CompanyID.house, fixture.harbor] {
                let reports = try await all(replay, in: company)
                #expect(reports.count == (company == .house ? 6 : 3))
                #expect(reports.allSatisfy { !$0.isDifferent && $0.problem == nil }, "\(reports)")
            }
            let asked = fixture.simulator.asked(of: .giassi).count
            // Long after, the database has none of it any more.
            let bronze = lake.bronze(fixture)
            for company in [CompanyID.house, fixture.harbor] {
                _ = try await bronze.compact(company, at: fixture.clock.now)
                let forgotten = try await bronze.forget(
                    company, keeping: BronzeRetention(), at: fixture.clock.now + 30 * 86_400)
                #expect(forgotten.records > 0 && forgotten.files == 0)
                #expect(try await fixture.count("raw_records", in: company) == 0)
                #expect(try await fixture.count("raw_bodies", in: company) == 0)
                let reports = try await all(replay, in: company)
                #expect(reports.allSatisfy { !$0.isDifferent && $0.problem == nil && $0.rejects == 0 }, "\(reports)")
                #expect(reports.map(\.records).reduce(0, +) > 0)
            }
            #expect(fixture.simulator.asked(of: .giassi).count == asked, "nobody was asked")
            #expect(try await fixture.count("staged_rows", in: .house) == 0)
        }
    }

    @Test func what_is_otherwise_is_shown_and_then_applied_when_that_is_wanted() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            // As if the reader of that day had made three mistakes.
            try await fixture.database.transaction(in: .house) { transaction in
                _ = try await transaction.execute(all: [
                    "UPDATE price_history SET price_minor = 1 WHERE listing_id = (SELECT listing_id FROM listings WHERE item_key = '18001')",
                    "UPDATE listings SET name = 'wrong', row_hash = NULL WHERE item_key = '18002'",
                    "UPDATE listings SET brand = NULL WHERE item_key = '18003'",
                ])
            }
            let replay = try lake.replay(fixture)
            let shown = try #require(try await all(replay, in: .house).first)
            #expect(shown.changed == 3 && shown.added == 0 && shown.missing == 0, "\(shown)")
            #expect(shown.samples.contains { $0.field == "price" && $0.before == "1 BRL" })
            #expect(!shown.isApplied)
            let untouched: String = try await fixture.one(
                "SELECT name FROM listings WHERE item_key = '18002'", in: .house)
            #expect(untouched == "wrong", "showing changes nothing")
            let applied = try #require(try await all(replay, in: .house, applies: true).first)
            #expect(applied.isApplied && applied.changed == 3)
            let after = try #require(try await all(replay, in: .house).first)
            #expect(after.changed <= 1, "\(after)")
            let price: Int = try await fixture.one(
                "SELECT price_minor FROM price_history WHERE listing_id = (SELECT listing_id FROM listings WHERE item_key = '18001')",
                in: .house)
            #expect(price > 1)
        }
    }

    @Test func a_file_that_was_damaged_or_is_gone_is_told() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            let bronze = lake.bronze(fixture)
            let file = try #require(try await bronze.compact(.house, at: fixture.clock.now).first)
            _ = try await bronze.forget(.house, keeping: BronzeRetention(), at: fixture.clock.now + 30 * 86_400)
            let replay = try lake.replay(fixture)
            let place = lake.folder.url(file.path)
            let bytes = try Data(contentsOf: place)
            try bytes.prefix(bytes.count / 2).write(to: place)
            await #expect(throws: LakeProblem.self) { try await all(replay, in: .house) }
            try FileManager.default.removeItem(at: place)
            await #expect(throws: LakeProblem.self) { try await all(replay, in: .house) }
        }
    }

    @Test func a_lake_that_cannot_be_written_leaves_the_answers_where_they_are() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            let answers = try await fixture.count("raw_records", in: .house)
            let broken = BronzeLake(
                database: fixture.database, storage: lake.folder, duckDB: DuckDB(path: "/usr/bin/false"))
            await #expect(throws: LakeProblem.self) { try await broken.compact(.house, at: fixture.clock.now) }
            let missing = BronzeLake(
                database: fixture.database, storage: lake.folder, duckDB: DuckDB(path: "/nowhere/duckdb"))
            await #expect(throws: LakeProblem.self) { try await missing.compact(.house, at: fixture.clock.now) }
            #expect(try await fixture.count("bronze_files", in: .house) == 0)
            // What is not in the lake is not forgotten, however old.
            let forgotten = try await broken.forget(
                .house, keeping: BronzeRetention(), at: fixture.clock.now + 400 * 86_400)
            #expect(forgotten.records == 0)
            #expect(try await fixture.count("raw_records", in: .house) == answers)
            #expect(try await lake.bronze(fixture).compact(.house, at: fixture.clock.now).count == 1)
        }
    }

    @Test func a_file_that_cannot_be_removed_holds_up_no_other() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            for _ in 0..<3 {
                _ = try await fixture.reading(.house, who: .command).run(shop)
                fixture.clock.advance(by: 86_400)
            }
            let bronze = lake.bronze(fixture)
            let places = try await bronze.compact(.house, at: fixture.clock.now).map { lake.folder.url($0.path) }
            #expect(places.count == 3)
            // A folder is no file.
            try FileManager.default.removeItem(at: places[0])
            try FileManager.default.createDirectory(at: places[0], withIntermediateDirectories: false)
            let later = fixture.clock.now + 397 * 86_400
            await #expect(throws: LakeProblem.self) {
                _ = try await bronze.forget(.house, keeping: BronzeRetention(), at: later)
            }
            #expect(places.map { FileManager.default.fileExists(atPath: $0.path) } == [true, false, false])
            try FileManager.default.removeItem(at: places[0])
            let forgotten = try await bronze.forget(.house, keeping: BronzeRetention(), at: later)
            #expect(forgotten.files == 1)
        }
    }

    @Test func files_are_their_owners_alone() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            let file = try #require(try await lake.bronze(fixture).compact(.house, at: fixture.clock.now).first)
            var place = lake.folder.url(file.path)
            var expected = 0o600
            while place.path.hasPrefix(lake.path) {
                let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions] as? Int
                #expect(mode == expected, "\(place.path)")
                place = place.deletingLastPathComponent()
                expected = 0o700
            }
        }
    }

    @Test func files_are_kept_for_a_year_and_a_month() async throws {
        try await with { fixture, lake in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            let bronze = lake.bronze(fixture)
            let file = try #require(try await bronze.compact(.house, at: fixture.clock.now).first)
            let before = try await bronze.forget(
                .house, keeping: BronzeRetention(), at: fixture.clock.now + 395 * 86_400)
            #expect(before.files == 0)
            let after = try await bronze.forget(
                .house, keeping: BronzeRetention(), at: fixture.clock.now + 397 * 86_400)
            #expect(after.files == 1)
            #expect(!FileManager.default.fileExists(atPath: lake.folder.url(file.path).path))
        }
    }
}
