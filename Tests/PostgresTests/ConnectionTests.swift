import Foundation
import Postgres
import Synchronization
import TestSupport
import Testing

private struct Everything: RowDecodable {
    let flag: Bool
    let small: Int16
    let medium: Int32
    let large: Int64
    let real: Double
    let text: String
    let id: UUID
    let moment: Date
    let bytes: Blob
    let list: [String]
    let nothing: Int?

    init(row: inout RowReader) throws {
        flag = try row.next()
        small = try row.next()
        medium = try row.next()
        large = try row.next()
        real = try row.next()
        text = try row.next()
        id = try row.next()
        moment = try row.next()
        bytes = try row.next()
        list = try row.next()
        nothing = try row.nextOptional()
    }
}

@Suite struct ConnectionTests {
    @Test func every_type_survives_the_round_trip() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let id = UUID()
            let moment = Date(timeIntervalSince1970: 1_700_000_000.123456)
            let nothing: Int? = nil
            let rows = try await connection.fetch(
                Query<Everything>(
                    """
                    SELECT \(true), \(Int16(-3)), \(Int32.min), \(Int64.max), \(-0.5), \("Žluťoučký 🍷 'quoted' $1"),
                        \(id), \(moment), \(Blob([0, 1, 255])), \(["a", "", "c,{}\""]), \(nothing)
                    """))
            let row = try #require(rows.first)
            #expect(row.flag && row.small == -3 && row.medium == .min && row.large == .max && row.real == -0.5)
            #expect(row.text == "Žluťoučký 🍷 'quoted' $1")
            #expect(row.id == id)
            #expect(abs(row.moment.timeIntervalSince(moment)) < 0.000_001)
            #expect(row.bytes == Blob([0, 1, 255]))
            #expect(row.list == ["a", "", "c,{}\""])
            #expect(row.nothing == nil)
        }
    }

    @Test func several_queries_cost_one_round_trip() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let before = await connection.roundTrips
            let (a, b, c) = try await connection.fetch(
                scope: ["SELECT set_config('tidemark.scope', 'x', true)"],
                Query<Single<Int>>("SELECT 1::bigint"), Query<Single<String>>("SELECT 'two'::text"),
                Query<Single<Int>>("SELECT generate_series(1, 3)::bigint"))
            #expect(a.map(\.value) == [1] && b.map(\.value) == ["two"] && c.map(\.value) == [1, 2, 3])
            #expect(await connection.roundTrips == before + 1)
        }
    }

    @Test func a_pipeline_is_all_or_nothing_and_the_scope_ends_with_it() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            try await connection.runScript("CREATE TABLE t (n bigint)")
            await #expect(throws: DatabaseError.self) {
                _ = try await connection.fetch(
                    scope: ["SELECT set_config('tidemark.scope', 'x', true)"],
                    Query<Ignored>("INSERT INTO t VALUES (1)"), Query<Ignored>("SELECT 1 / 0"))
            }
            let (count, scope) = try await connection.fetch(
                Query<Single<Int>>("SELECT count(*) FROM t"),
                Query<SingleOptional<String>>("SELECT nullif(current_setting('tidemark.scope', true), '')"))
            #expect(count.first?.value == 0)
            #expect(scope.first?.value == nil)
        }
    }

    @Test func errors_carry_the_state_and_the_site_and_no_values() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            try await connection.runScript("CREATE TABLE t (n text CONSTRAINT t_once UNIQUE)")
            try await connection.execute("INSERT INTO t VALUES (\("CANARY"))")
            let error = await #expect(throws: DatabaseError.self) {
                try await connection.execute("INSERT INTO t VALUES (\("CANARY"))")
            }
            #expect(error?.state == .uniqueViolation)
            #expect(error?.constraint == "t_once")
            let file = try #require(error?.site?.file)
            #expect(file.hasSuffix("ConnectionTests.swift"))
            #expect(error?.statement == "INSERT INTO t VALUES ($1)")
            let text = String(describing: error)
            #expect(!text.contains("CANARY"))
        }
    }

    @Test func a_prepared_statement_survives_ddl() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let other = try await test.owner()
            try await connection.runScript("CREATE TABLE t (n bigint); INSERT INTO t VALUES (1)")
            let query = Query<Ignored>("SELECT * FROM t")
            for _ in 0..<7 { _ = try await connection.fetch(query) }
            try await other.runScript("ALTER TABLE t ADD COLUMN more text")
            #expect(try await connection.fetch(query).count == 1)
            try await connection.runScript("DEALLOCATE ALL")
            #expect(try await connection.fetch(query).count == 1, "26000 is prepared anew")
        }
    }

    @Test func a_cancelled_task_stops_the_statement_on_the_server() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let other = try await test.owner()
            let sleeper = Task { try await connection.fetch(Query<Ignored>("SELECT pg_sleep(60)")) }
            try await until(
                other, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'",
                is: 1)
            sleeper.cancel()
            await #expect(throws: CancellationError.self) { _ = try await sleeper.value }
            try await until(
                other, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'",
                is: 0)
            for number in 0..<20 {
                let rows = try await connection.fetch(Query<Single<Int>>("SELECT \(number)"))
                #expect(rows.first?.value == number, "a late cancel must not hit the next statement")
            }
        }
    }

    /// Asks again until a count is reached; the server's own statement limit bounds the wait.
    private func until(_ connection: Connection, _ sql: SQL, is wanted: Int) async throws {
        let deadline = ContinuousClock.now + .seconds(600)
        while try await connection.fetch(Query<Single<Int>>(sql)).first?.value != wanted {
            guard ContinuousClock.now < deadline else {
                Issue.record("did not become \(wanted) in ten minutes")
                return
            }
            await Task.yield()
        }
    }

    @Test func statements_and_locks_have_limits() async throws {
        try await TestDatabase.with { test in
            let settings = ConnectionSettings(
                uri: test.ownerAddress, statementTimeout: .milliseconds(50), lockTimeout: .milliseconds(20))
            let connection = try await Connection.connect(number: 1, settings: settings)
            let slow = await #expect(throws: DatabaseError.self) {
                _ = try await connection.fetch(Query<Ignored>("SELECT pg_sleep(10)"))
            }
            #expect(slow?.state == .queryCanceled)
            let holder = try await test.owner()
            try await holder.runScript("CREATE TABLE t (n bigint)")
            try await holder.execute("BEGIN")
            try await holder.execute("LOCK TABLE t")
            let locked = await #expect(throws: DatabaseError.self) {
                _ = try await connection.fetch(Query<Ignored>("SELECT * FROM t"))
            }
            #expect(locked?.state == .lockNotAvailable)
        }
    }

    @Test func copy_streams_both_ways() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            try await connection.runScript("CREATE TABLE t (n bigint, s text)")
            let chunks = AsyncStream<[UInt8]> { continuation in
                for number in 0..<10_000 { continuation.yield(Array("\(number)\trow \(number)\n".utf8)) }
                continuation.finish()
            }
            #expect(try await connection.copyIn("COPY t FROM STDIN", from: chunks) == 10_000)
            let bytes = Mutex(0)
            let lines = Mutex(0)
            try await connection.copyOut("COPY t TO STDOUT") { chunk in
                bytes.withLock { $0 += chunk.count }
                lines.withLock { $0 += chunk.count { $0 == 10 } }
            }
            #expect(lines.withLock { $0 } == 10_000)
            #expect(try await connection.fetch(Query<Single<Int>>("SELECT count(*) FROM t")).first?.value == 10_000)
        }
    }

    @Test func a_copy_that_fails_keeps_nothing_and_the_connection_goes_on() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            try await connection.runScript("CREATE TABLE t (n bigint)")
            let bad = AsyncStream<[UInt8]> { continuation in
                continuation.yield(Array("1\nnot a number\n".utf8))
                continuation.finish()
            }
            await #expect(throws: DatabaseError.self) {
                _ = try await connection.copyIn("COPY t FROM STDIN", from: bad)
            }
            #expect(try await connection.fetch(Query<Single<Int>>("SELECT count(*) FROM t")).first?.value == 0)
            struct Stop: Error {}
            try await connection.runScript("INSERT INTO t SELECT generate_series(1, 200000)")
            await #expect(throws: Stop.self) {
                try await connection.copyOut("COPY t TO STDOUT") { _ in throw Stop() }
            }
            #expect(try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint")).first?.value == 1)
        }
    }

    @Test func notifications_arrive() async throws {
        try await TestDatabase.with { test in
            let listener = try await test.owner()
            let speaker = try await test.owner()
            try await listener.listen(to: "news")
            try await speaker.execute("SELECT pg_notify('news', \("hello"))")
            let heard = try await listener.notifications(waitingUpTo: .seconds(10))
            #expect(heard == [Notification(channel: "news", payload: "hello")])
        }
    }

    @Test func a_row_of_another_shape_is_an_error_not_a_trap() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            for sql: SQL in [
                "SELECT 'x'::text", "SELECT NULL::bigint", "SELECT 1::int8, 2::int8 WHERE false", "SELECT 1::numeric",
            ] {
                if sql.text.contains("WHERE") {
                    #expect(try await connection.fetch(Query<Single<Int>>(sql)).isEmpty)
                    continue
                }
                let error = await #expect(throws: DatabaseError.self) {
                    _ = try await connection.fetch(Query<Single<Int>>(sql))
                }
                #expect(error?.state == .unreadableRow)
            }
        }
    }

    @Test func tasks_that_share_a_connection_take_turns() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let rows = try await connection.fetch(
                            Query<Single<Int>>("SELECT \(number) FROM pg_sleep(0.0005)"))
                        return rows.first?.value == number
                    }
                }
                for try await isOwn in group { #expect(isOwn) }
            }
        }
    }

    @Test func a_large_answer_and_a_large_question_pass() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let text = String(repeating: "abcdefgh", count: 1 << 19)
            let rows = try await connection.fetch(Query<Single<String>>("SELECT \(text) || 'x'"))
            #expect(rows.first?.value.utf8.count == text.utf8.count + 1)
        }
    }

    @Test func a_task_cancelled_in_line_leaves_the_one_before_it_alone() async throws {
        try await TestDatabase.with { test in
            let connection = try await test.owner()
            let other = try await test.owner()
            try await other.execute("SELECT pg_advisory_lock(7)")
            let first = Task { try await connection.fetch(Query<Single<Bool>>("SELECT pg_advisory_lock(7) IS NULL")) }
            try await until(other, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", is: 1)
            let second = Task { try await connection.fetch(Query<Single<Int>>("SELECT 2::bigint")) }
            second.cancel()
            try await other.execute("SELECT pg_advisory_unlock(7)")
            #expect(try await first.value.count == 1)
            await #expect(throws: CancellationError.self) { _ = try await second.value }
        }
    }
}
