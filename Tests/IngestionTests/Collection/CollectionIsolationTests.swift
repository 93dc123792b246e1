import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// Another company's connections, runs and answers do not exist, whichever way they are asked for, also by their ids.
@Suite struct CollectionIsolationTests {
    @Test func anothers_connection_is_neither_read_nor_tried() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor)
            let access = try fixture.access()
            let connector = try #require(try access.connector("libdib", settings: [:]))
            let preview = ConnectionPreview(
                access: access, uses: CredentialUseQueries(database: fixture.database, vault: fixture.vault))
            for other in [fixture.kestrel, .house] {
                let trouble = await #expect(throws: RunTrouble.self) {
                    try await fixture.reading(other, access: access).run(connection)
                }
                #expect(trouble?.description == "there is no such connection" && trouble?.course == .end)
                await #expect(throws: ConnectionProblem.unknown) {
                    _ = try await preview.read(connection, in: other, connector, for: .command, limit: 3)
                }
                #expect(try await fixture.count("scrape_runs", in: other) == 0)
                #expect(try await fixture.count("vault_uses", in: other) == 0)
            }
            #expect(fixture.simulator.asked(of: .libdib).isEmpty, "the source was asked in another's name")
            #expect(try await fixture.count("vault_uses", in: fixture.harbor) == 0)
            // Its owner's it is.
            let found = try await preview.read(connection, in: fixture.harbor, connector, for: .command, limit: 3)
            #expect(found.products.count == 3)
            #expect(try await fixture.reading(fixture.harbor, access: access).run(connection).state == .applied)
        }
    }

    @Test func anothers_runs_are_not_replayed_kept_or_forgotten() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-lake-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor)
            let run = try await fixture.reading(fixture.harbor).run(connection)
            let lake = BronzeLake(
                database: fixture.database, storage: LakeFolder(path: path), duckDB: DuckDB(path: DuckDB.inTests))
            let replay = RunReplay(database: fixture.database, access: try fixture.access(), lake: lake)
            func replayed(in company: CompanyID) async throws -> [UUID] {
                let reports = Collected<ReplayReport>()
                try await replay.replay(
                    company, connection: connection, from: .distantPast, to: fixture.clock.now + 1, applies: true
                ) { report, _ in reports.add(report) }
                return reports.all.map(\.run)
            }
            let later = fixture.clock.now + 400 * 86_400
            for other in [fixture.kestrel, .house] {
                #expect(try await lake.compact(other, at: fixture.clock.now).isEmpty)
                #expect(try await replayed(in: other).isEmpty)
            }
            let file = try #require(try await lake.compact(fixture.harbor, at: fixture.clock.now).first)
            for other in [fixture.kestrel, .house] {
                let forgotten = try await lake.forget(other, keeping: BronzeRetention(), at: later)
                #expect(forgotten.records == 0 && forgotten.files == 0)
                // Of the file, not even its path.
                let paths = try await fixture.count(
                    "bronze_files WHERE run_id = \(run.run) OR path = \(file.path)", in: other)
                #expect(paths == 0)
            }
            #expect(FileManager.default.fileExists(atPath: path + "/" + file.path))
            #expect(try await replayed(in: fixture.harbor) == [run.run])
        }
    }
}
