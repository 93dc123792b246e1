import CoreMetrics
import Logging
import Telemetry
import TestSupport
import Testing

@testable import Postgres

@Suite struct ObservingTests {
    private let registry = MetricsRegistry()
    private let sink = MemorySink()
    private static let place = ["client": "test", "role": "app"]

    private func pool(_ uri: String, limit: Int = 1, wait: Duration = .seconds(5), slow: Duration? = nil)
        -> ConnectionPool
    {
        let logger = Logger(label: "test") { [sink] in LineLogHandler(label: $0, format: .json, sink: sink) }
        return ConnectionPool(
            settings: ConnectionSettings(uri: uri), limit: limit, waitLimit: wait, logger: logger,
            meters: DatabaseMeters(
                client: "test", role: "app", factory: registry,
                slowQueries: slow.map { SlowQueryLog(limit: $0, logger: logger) }))
    }

    private func value(_ name: String, _ more: [String: String] = [:]) throws -> Double? {
        try Exposition(registry.text()).value(name, Self.place.merging(more) { $1 })
    }

    @Test func statements_and_round_trips_are_counted() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test.ownerAddress)
            try await pool.withConnection { connection in
                let (one, two) = try await connection.fetch(
                    scope: ["SELECT 0"], Query<Single<Int>>("SELECT 1::bigint"), Query<Single<Int>>("SELECT 2::bigint"))
                #expect(one.count == 1 && two.count == 1)
                _ = try? await connection.execute("SELECT 1 / 0")
            }
            try await pool.withConnection { _ in }
            #expect(try value("tidemark_db_statements_total") == 4)
            #expect(try value("tidemark_db_round_trip_seconds_count") == 2)
            #expect(try value("tidemark_db_failures_total") == 1)
            #expect(try value("tidemark_db_connects_total") == 1)
            #expect(try value("tidemark_db_wait_seconds_count") == 2)
            #expect(try value("tidemark_db_wait_seconds_bucket", ["le": "5e-05"]) == 1, "the second one did not wait")
            #expect(sink.text.isEmpty)
            pool.close()
        }
    }

    @Test func a_plan_made_anew_is_counted() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test.ownerAddress)
            try await pool.withConnection { connection in
                _ = try await connection.execute("CREATE TABLE t (a bigint)")
                _ = try await connection.fetch(Query<Single<Int>>("SELECT * FROM t"))
                _ = try await connection.execute("ALTER TABLE t ALTER a TYPE integer")
                _ = try? await connection.fetch(Query<Single<Int>>("SELECT * FROM t"))
            }
            #expect(try value("tidemark_db_stale_plans_total") == 1)
            pool.close()
        }
    }

    @Test func a_server_that_is_not_there_is_counted() async throws {
        let pool = pool("postgresql://nobody@/none?host=/nowhere", wait: .milliseconds(200))
        let running = Task { await pool.run() }
        await #expect(throws: DatabaseError.self) { try await pool.withConnection { _ in } }
        #expect(try #require(try value("tidemark_db_connect_failures_total")) >= 1)
        #expect(try value("tidemark_db_refused_total", ["reason": "unreachable"]) == 1)
        running.cancel()
        await running.value
    }

    @Test func a_slow_statement_is_told_with_its_place_and_without_its_values() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test.ownerAddress, slow: .milliseconds(20))
            let work = WorkScope(trace: TraceContext(TraceIDs()), requestID: "request-7")
            try await WorkScope.$current.withValue(work) {
                try await pool.withConnection { connection in
                    let secret = "CANARY-value"
                    _ = try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint"))
                    _ = try await connection.fetch(
                        Query<Single<String>>("SELECT \(secret)::text FROM generate_series(1, 3), pg_sleep(0.03)"))
                    _ = try? await connection.execute("SELECT pg_sleep(0.03), 1 / 0")
                }
            }
            let lines = sink.objects.compactMap { $0 }
            #expect(lines.count >= 1)
            let line = try #require(lines.first { ($0["sql"] as? String)?.contains("generate_series") == true })
            #expect(line["message"] as? String == "slow statement" && line["level"] as? String == "warning")
            #expect(line["sql"] as? String == "SELECT $1::text FROM generate_series(1, 3), pg_sleep(0.03)")
            #expect((line["site"] as? String)?.hasPrefix("PostgresTests/ObservingTests.swift:") == true)
            #expect(line["rows"] as? Int == 3 && line["statements"] as? Int == 1 && line["role"] as? String == "app")
            #expect(try #require(line["ms"] as? Int) >= 30)
            #expect(line["request_id"] as? String == "request-7" && line["trace_id"] as? String == work.trace.traceID)
            #expect(!sink.text.contains("CANARY"))
            #expect(try value("tidemark_db_slow_total") == Double(lines.count))
            pool.close()
        }
    }

    @Test func an_incident_does_not_flood_the_log() {
        let logger = Logger(label: "test") { [sink] in LineLogHandler(label: $0, format: .json, sink: sink) }
        let log = SlowQueryLog(limit: .zero, logger: logger)
        let start = ContinuousClock.now
        func tell(_ seconds: Int) {
            log.tell(
                [Statement("SELECT 1", site: nil)], took: .seconds(1), rows: 1, role: "app", failure: nil,
                now: start + .seconds(seconds))
        }
        for _ in 0..<1_000 { tell(0) }
        tell(59)
        #expect(sink.records.count == 20)
        tell(60)
        #expect(sink.records.count == 21 && sink.text.contains("\"not_told_before\":981"))
        tell(61)
        #expect(sink.records.last?.contains("not_told_before") == false)
    }

    @Test func a_window_lets_so_many_through() {
        var window = RateWindow<ContinuousClock.Instant>(most: 2, per: .seconds(10))
        let start = ContinuousClock.now
        let verdicts = [0, 1, 2, 9, 10, 11, 12, 40].map { window.next(at: start + .seconds($0)) }
        #expect(
            verdicts == [
                .pass(heldBack: 0), .pass(heldBack: 0), .holdBack, .holdBack, .pass(heldBack: 2), .pass(heldBack: 0),
                .holdBack, .pass(heldBack: 1),
            ])
    }
}
