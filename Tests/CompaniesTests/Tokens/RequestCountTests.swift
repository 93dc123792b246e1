import Companies
import Foundation
import Postgres
import TestSupport
import Testing

/// Requests as the database counts them.
@Suite struct RequestCountTests {
    private let start = Date(timeIntervalSince1970: 1_763_683_200)

    @Test func never_more_than_the_limit_is_given_out_whoever_asks() async throws {
        try await TwoCompanies.with(connections: 8) { fixture in
            let counts = RequestCounts(database: fixture.database)
            let granted = try await withThrowingTaskGroup(of: Int.self) { group in
                for n in 0..<40 {
                    group.addTask {
                        try await counts.take(1 + n % 7, of: 100, from: "x", at: start + Double(n % 3))?.granted ?? 0
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(granted == 100)
            let other = try await counts.take(5, of: 100, from: "y", at: start)
            #expect(other?.granted == 5 && other?.remaining == 95)
        }
    }

    @Test func a_window_is_a_minute_from_its_first_request() async throws {
        try await TwoCompanies.with { fixture in
            let counts = RequestCounts(database: fixture.database)
            func take(_ wanted: Int, _ seconds: Double) async throws -> TakenRequests {
                try #require(try await counts.take(wanted, of: 10, from: "x", at: start + seconds))
            }
            #expect(try await take(4, 0).resetSeconds == 60)
            let second = try await take(9, 45)
            #expect(second.granted == 6 && second.remaining == 0 && second.resetSeconds == 15)
            #expect(try await take(1, 59.5).granted == 0)
            let next = try await take(3, 60)
            #expect(next.granted == 3 && next.remaining == 7 && next.resetSeconds == 60)
            // A clock that is behind counts in the window that is.
            let behind = try await take(1, 50)
            #expect(behind.remaining == 6 && behind.resetSeconds == 60)
            // One that was set back by more begins anew, instead of waiting for its time to come round.
            #expect(try await take(10, -3_600).granted == 10)
        }
    }

    @Test func the_roles_that_serve_see_no_counts() async throws {
        try await TestDatabase.with { test in
            for connection in [try await test.app(), try await test.auth(), try await test.worker()] {
                let error = await #expect(throws: DatabaseError.self) {
                    _ = try await connection.fetch(Query<Ignored>("SELECT * FROM request_counts"))
                }
                #expect(error?.state == .insufficientPrivilege)
                await connection.close()
            }
        }
    }
}
