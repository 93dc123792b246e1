import Logging
import Postgres
import TestSupport
import Testing

@Suite struct ConnectionPoolTests {
    private func pool(_ test: TestDatabase, limit: Int, wait: Duration = .seconds(5)) -> ConnectionPool {
        ConnectionPool(
            settings: ConnectionSettings(uri: test.ownerAddress), limit: limit, waitLimit: wait, jitter: { 0.5 },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test func many_users_share_few_connections() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test, limit: 3)
            let sum = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 1...200 {
                    group.addTask {
                        let rows = try await pool.withConnection { connection in
                            try await connection.fetch(Query<Single<Int>>("SELECT \(number)"))
                        }
                        return rows.first?.value ?? 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 20_100)
            #expect(pool.usage.idle <= 3 && pool.usage.leased == 0)
            pool.close()
        }
    }

    @Test func a_transaction_left_open_is_rolled_back_before_the_next_user() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test, limit: 1)
            try await pool.withConnection { connection in
                _ = try await connection.execute("CREATE TABLE t (n bigint)")
                _ = try await connection.execute("BEGIN")
                _ = try await connection.execute("INSERT INTO t VALUES (1)")
            }
            let count = try await pool.withConnection { connection in
                try await connection.fetch(Query<Single<Int>>("SELECT count(*) FROM t"))
            }
            #expect(count.first?.value == 0)
            pool.close()
        }
    }

    @Test func a_killed_connection_is_replaced() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test, limit: 1)
            let killer = try await test.owner()
            for _ in 0..<5 {
                let process = try await pool.withConnection { connection in
                    try await connection.fetch(Query<Single<Int>>("SELECT pg_backend_pid()::bigint")).first?.value ?? 0
                }
                _ = try await killer.execute("SELECT pg_terminate_backend(\(Int32(process)))")
                // The first use may meet the dead connection; the one after it must not.
                _ = try? await pool.withConnection { connection in
                    try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint"))
                }
                let alive = try await pool.withConnection { connection in
                    try await connection.fetch(Query<Single<Int>>("SELECT 1::bigint"))
                }
                #expect(alive.first?.value == 1)
            }
            pool.close()
        }
    }

    @Test func waiting_has_a_limit_and_a_cancelled_wait_ends_at_once() async throws {
        try await TestDatabase.with { test in
            let pool = pool(test, limit: 1, wait: .milliseconds(200))
            let running = Task { await pool.run() }
            try await pool.withConnection { _ in
                let late = await #expect(throws: DatabaseError.self) {
                    try await pool.withConnection { _ in }
                }
                #expect(late?.state == .poolTimeout)
                let waiting = Task { try await pool.withConnection { _ in } }
                waiting.cancel()
                await #expect(throws: CancellationError.self) { try await waiting.value }
            }
            running.cancel()
            await running.value
            let closed = await #expect(throws: DatabaseError.self) { try await pool.withConnection { _ in } }
            #expect(closed?.state == .poolClosed)
        }
    }

    @Test func a_server_that_is_not_there_is_said_clearly_and_without_the_password() async throws {
        let pool = ConnectionPool(
            settings: ConnectionSettings(uri: "postgresql://u:CANARYPASS@127.0.0.1:1/x"), limit: 1,
            waitLimit: .milliseconds(300), jitter: { 0.1 },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { await pool.run() }
        let error = await #expect(throws: DatabaseError.self) { try await pool.withConnection { _ in } }
        #expect(error?.state == .cannotConnect)
        #expect(!String(describing: error).contains("CANARYPASS"))
        running.cancel()
        await running.value
    }
}
