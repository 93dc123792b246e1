import Companies
import Foundation
import Ingestion
import Outbound
import Postgres
import SourceSimulation
import TestSupport
import Testing
import Vault

/// A lake in a bucket is the lake in a folder, elsewhere: the same files, the same past, the same walls.
@Suite struct LakeBucketTests {
    /// A folder of this machine, and a bucket where wanted.
    private struct Place: Sendable {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-lake-\(UUID())").path
        let fixture: CollectionFixture
        var bucket: FakeBucket?

        func storage(secret: String = FakeBucket.secret) throws -> any LakeStorage {
            guard let bucket else { return LakeFolder(path: path) }
            let place = try ObjectBucket(
                endpoint: bucket.endpoint, name: FakeBucket.name, region: FakeBucket.region, prefix: "tide",
                keyID: FakeBucket.keyID, secret: SecretBytes(copying: secret))
            return LakeBucket(store: ObjectStore(bucket: place, sleep: { _ in }), workplace: path)
        }

        func lake(secret: String = FakeBucket.secret) throws -> BronzeLake {
            BronzeLake(
                database: fixture.database, storage: try storage(secret: secret), duckDB: DuckDB(path: DuckDB.inTests))
        }

        /// Reads the past of a company anew, from wherever it is.
        func replay(_ company: CompanyID) async throws -> [ReplayReport] {
            let reports = Collected<ReplayReport>()
            let replay = RunReplay(database: fixture.database, access: try fixture.access(), lake: try lake())
            try await replay.replay(
                company, from: .distantPast, to: Date(timeIntervalSince1970: 4_000_000_000), applies: false
            ) { report, _ in reports.add(report) }
            return reports.all
        }

        /// Nothing is left in the folder but what is under way.
        var isTidy: Bool {
            let left = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return left.allSatisfy { name in
                let files = try? FileManager.default.contentsOfDirectory(atPath: path + "/" + name)
                return [".work", ".copies"].contains(name) && files?.isEmpty == true
            }
        }
    }

    private func with(_ body: (CollectionFixture, Place, FakeBucket) async throws -> Void) async throws {
        try await FakeBucket.with { bucket in
            try await CollectionFixture.with { fixture in
                let place = Place(fixture: fixture, bucket: bucket)
                defer { try? FileManager.default.removeItem(atPath: place.path) }
                try await body(fixture, place, bucket)
            }
        }
    }

    /// What came of keeping, reading anew and forgetting, without what is another each time.
    private struct Story: Equatable {
        var places: [String] = []
        var figures: [Int] = []
        var forgotten: [Int] = []
    }

    private func story(_ place: Place) async throws -> Story {
        var story = Story()
        let fixture = place.fixture
        let shop = try await fixture.connectGiassi()
        let medium = try await fixture.connect(.vinepair)
        for _ in 0..<3 {
            _ = try await fixture.reading(.house, who: .command).run(shop)
            _ = try await fixture.reading(.house, who: .command).run(medium)
            fixture.clock.advance(by: 86_400)
        }
        let lake = try place.lake()
        for file in try await lake.compact(.house, at: fixture.clock.now) {
            story.places.append(file.path.split(separator: "/").dropLast().joined(separator: "/"))
            story.figures += [file.records, file.bodyBytes]
        }
        let forgotten = try await lake.forget(
            .house, keeping: BronzeRetention(), at: fixture.clock.now + 30 * 86_400)
        #expect(try await fixture.count("raw_records", in: .house) == 0)
        for report in try await place.replay(.house) {
            #expect(!report.isDifferent && report.problem == nil && report.rejects == 0, "\(report)")
            story.figures += [report.records]
        }
        let removed = try await lake.forget(
            .house, keeping: BronzeRetention(), at: fixture.clock.now + 400 * 86_400)
        story.forgotten = [forgotten.records, forgotten.files, removed.records, removed.files]
        return story
    }

    @Test func keeping_reading_anew_and_forgetting_come_to_the_same_as_in_a_folder() async throws {
        let inFolder = Collected<Story>()
        try await CollectionFixture.with { fixture in
            let place = Place(fixture: fixture)
            defer { try? FileManager.default.removeItem(atPath: place.path) }
            inFolder.add(try await story(place))
        }
        try await with { _, place, bucket in
            let inBucket = try await story(place)
            #expect([inBucket] == inFolder.all)
            #expect(inBucket.places.count == 6 && inBucket.forgotten[3] == 6)
            let company = "tide/company=\(CompanyID.house)/"
            let asked = bucket.asked.filter { $0.method == "PUT" }.map { RequestSignature.decoded($0.path) }
            #expect(
                asked.count == 6
                    && asked.allSatisfy { $0.starts(with: Array("/\(FakeBucket.name)/\(company)".utf8)) })
            // Each file was fetched once, however often a few answers of it were wanted.
            #expect(bucket.asked.count { $0.method == "GET" } == 6)
            #expect(bucket.keys.isEmpty && place.isTidy)
        }
    }

    @Test func another_companys_objects_are_neither_read_nor_removed() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            let distributor = try await fixture.connectLibDib(fixture.harbor)
            _ = try await fixture.reading(.house, who: .command).run(shop)
            _ = try await fixture.reading(fixture.harbor).run(distributor)
            let lake = try place.lake()
            _ = try await lake.compact(.house, at: fixture.clock.now)
            _ = try await lake.compact(fixture.harbor, at: fixture.clock.now)
            let others = bucket.keys.filter { $0.hasPrefix("tide/company=\(fixture.harbor)/") }
            let theirs = others.compactMap { bucket[$0] }
            #expect(others.count == 1 && bucket.keys.count == 2)
            let later = fixture.clock.now + 400 * 86_400
            for company in [CompanyID.house, fixture.kestrel] {
                let before = bucket.asked.count
                _ = try await place.replay(company)
                _ = try await lake.forget(company, keeping: BronzeRetention(), at: later)
                _ = try await lake.compact(company, at: later)
                #expect(!bucket.asked[before...].contains { $0.path.contains("\(fixture.harbor)") })
            }
            #expect(bucket.keys == others && others.compactMap { bucket[$0] } == theirs)
            #expect(try await place.replay(fixture.harbor).allSatisfy { !$0.isDifferent && $0.problem == nil })
        }
    }

    @Test func a_row_that_names_anothers_file_leads_neither_to_it_nor_to_its_copy() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            let distributor = try await fixture.connectLibDib(fixture.harbor)
            _ = try await fixture.reading(.house, who: .command).run(shop)
            _ = try await fixture.reading(fixture.harbor).run(distributor)
            let lake = try place.lake()
            let file = try #require(try await lake.compact(.house, at: fixture.clock.now).first)
            _ = try await lake.compact(fixture.harbor, at: fixture.clock.now)
            for company in [CompanyID.house, fixture.harbor] {
                _ = try await lake.forget(company, keeping: BronzeRetention(), at: fixture.clock.now + 30 * 86_400)
            }
            // As if something had written it past the walls.
            try await fixture.database.transaction(in: fixture.harbor) { transaction in
                _ = try await transaction.execute(all: [
                    """
                    UPDATE bronze_files SET path = \(file.path), file_bytes = \(file.fileBytes),
                        file_hash = \(Blob(file.hash)) WHERE company_id = \(transaction.company)
                    """
                ])
            }
            let access = try fixture.access()
            func replay(_ company: CompanyID) async throws {
                try await RunReplay(database: fixture.database, access: access, lake: lake).replay(
                    company, from: .distantPast, to: Date(timeIntervalSince1970: 4_000_000_000), applies: false
                ) { _, _ in }
            }
            // Its owner's copy lies ready.
            try await replay(.house)
            let asked = bucket.asked.count
            let read = await #expect(throws: LakeProblem.self) { try await replay(fixture.harbor) }
            let removed = await #expect(throws: LakeProblem.self) {
                _ = try await lake.forget(
                    fixture.harbor, keeping: BronzeRetention(), at: fixture.clock.now + 400 * 86_400)
            }
            for problem in [read, removed] {
                let words = try #require(problem).description
                #expect(words.contains("not its company's") && !words.contains(file.path))
            }
            #expect(bucket.asked.count == asked && bucket["tide/" + file.path] != nil)
            try await replay(.house)
            #expect(bucket.asked.count == asked)
        }
    }

    @Test func a_run_that_cannot_be_written_holds_up_no_other() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            for _ in 0..<3 {
                _ = try await fixture.reading(.house, who: .command).run(shop)
                fixture.clock.advance(by: 86_400)
            }
            // Of the first, the store says that it has put it there, and has not.
            bucket.fail(.steps([.answer()]), .steps([.answer("404 Not Found")]))
            let lake = try place.lake()
            let round = try await lake.keep(.house, at: fixture.clock.now)
            #expect(round.files.count == 2 && round.failures.count == 1 && bucket.keys.count == 2)
            guard case .notWhole? = round.failures.first?.error as? LakeProblem else {
                Issue.record("it ended with \(String(describing: round.failures.first))")
                return
            }
            let next = try await lake.keep(.house, at: fixture.clock.now)
            #expect(next.files.count == 1 && next.failures.isEmpty && bucket.keys.count == 3)
        }
    }

    @Test func an_object_that_was_changed_or_is_gone_is_told() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            let lake = try place.lake()
            let file = try #require(try await lake.compact(.house, at: fixture.clock.now).first)
            _ = try await lake.forget(.house, keeping: BronzeRetention(), at: fixture.clock.now + 30 * 86_400)
            let key = "tide/" + file.path
            let bytes = try #require(bucket[key])
            #expect(bytes.count == file.fileBytes && sha256(bytes) == file.hash)
            var flipped = bytes
            flipped[bytes.count / 2] ^= 1
            for other in [flipped, Array(bytes.dropLast()), bytes + [0], []] {
                bucket[key] = other
                let problem = await #expect(throws: LakeProblem.self) { _ = try await place.replay(.house) }
                #expect(problem == .notWhole("\(file.path) has other bytes in the bucket"))
            }
            bucket[key] = nil
            let problem = await #expect(throws: LakeProblem.self) { _ = try await place.replay(.house) }
            #expect("\(try #require(problem))".contains("has no file"))
            bucket[key] = bytes
            #expect(try await place.replay(.house).allSatisfy { !$0.isDifferent && $0.problem == nil })
            #expect(place.isTidy)
        }
    }

    @Test func a_store_that_lets_us_not_in_leaves_the_answers_where_they_are() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            for _ in 0..<2 {
                _ = try await fixture.reading(.house, who: .command).run(shop)
                fixture.clock.advance(by: 86_400)
            }
            let answers = try await fixture.count("raw_records", in: .house)
            let problem = await #expect(throws: LakeProblem.self) {
                try await place.lake(secret: "SECRET-CANARY").compact(.house, at: fixture.clock.now)
            }
            guard case .outOfReach(let reason) = problem else {
                Issue.record("it ended with \(String(describing: problem))")
                return
            }
            #expect(reason.contains("SignatureDoesNotMatch") && !reason.contains("CANARY"))
            // The second run is not tried: it would come to the same.
            #expect(bucket.asked.count { $0.method == "PUT" } == 1)
            #expect(try await fixture.count("bronze_files", in: .house) == 0)
            let lake = try place.lake()
            let forgotten = try await lake.forget(
                .house, keeping: BronzeRetention(), at: fixture.clock.now + 400 * 86_400)
            #expect(forgotten.records == 0 && forgotten.files == 0)
            #expect(try await fixture.count("raw_records", in: .house) == answers)
            #expect(try await lake.compact(.house, at: fixture.clock.now).count == 2)
            #expect(place.isTidy)
        }
    }

    @Test func what_a_killed_process_left_behind_is_replaced() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            // The file is there, and its row is not.
            bucket.fail(.unheard, .error("403 Forbidden", code: "AccessDenied"))
            await #expect(throws: LakeProblem.self) {
                try await place.lake().compact(.house, at: fixture.clock.now)
            }
            let orphan = try #require(bucket.keys.first)
            #expect(try await fixture.count("bronze_files", in: .house) == 0)
            bucket[orphan] = [1, 2, 3]
            let file = try #require(try await place.lake().compact(.house, at: fixture.clock.now).first)
            #expect(bucket.keys == [orphan] && orphan == "tide/" + file.path)
            #expect(bucket[orphan].map(sha256) == file.hash)
        }
    }

    @Test func a_file_counts_once_the_bucket_has_all_of_it() async throws {
        try await with { fixture, place, bucket in
            let shop = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(shop)
            for lie in [FakeSite.Step.text("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"), .answer("404 Not Found")] {
                // It says that it has put it there, and has something else, or nothing.
                bucket.fail(.steps([.answer()]), .steps([lie]))
                let problem = await #expect(throws: LakeProblem.self) {
                    try await place.lake().compact(.house, at: fixture.clock.now)
                }
                guard case .notWhole = problem else {
                    Issue.record("it ended with \(String(describing: problem))")
                    return
                }
                #expect(try await fixture.count("bronze_files", in: .house) == 0)
            }
        }
    }
}
