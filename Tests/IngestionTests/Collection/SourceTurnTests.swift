import Companies
import Foundation
import Ingestion
import Outbound
import Postgres
import Synchronization
import TestSupport
import Testing

/// Two processes that read one host keep to its pace together.
@Suite struct SourceTurnTests {
    private final class Watch: Sendable {
        private let kept = Mutex<[ContinuousClock.Instant]>([])

        var moments: [ContinuousClock.Instant] { kept.withLock { $0.sorted() } }

        func note() { kept.withLock { $0.append(.now) } }
    }

    @Test func requests_of_all_processes_follow_each_other_in_one_pace() async throws {
        try await TwoCompanies.with(connections: 8) { companies in
            let watch = Watch()
            try await FakeSite.with { _ in
                watch.note()
                return [.answer("200 OK", [:], Array("ok".utf8))]
            } _: { site in
                let address = try WebAddress("http://127.0.0.1:\(site.port)/page")
                let reach = Reach(named: [try #require(NetworkAddress("127.0.0.1", port: site.port))])
                var policy = VisitPolicy()
                policy.gap = 0.15
                policy.honoursRobots = false
                let told = policy
                let began = ContinuousClock.now
                let start = try await Self.seconds(
                    "SELECT extract(epoch FROM clock_timestamp())::double precision", companies)
                // Each with a client, a clock and a memory of its own.
                let processes = (0..<3).map { _ in
                    Visitor(
                        client: WebClient(userAgent: "test", reach: reach), agent: "Tidemark",
                        turns: SourceTurnQueries(database: companies.database),
                        alarm: { _ in try await TestClock.waitForEver() })
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for visitor in processes {
                        group.addTask {
                            for _ in 0..<4 {
                                _ = try await visitor.visit(
                                    WebRequest(address), within: HostScope(["127.0.0.1"]), policy: told,
                                    limits: .patient)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                let moments = watch.moments
                #expect(moments.count == 12)
                // A turn that came late must not let the next one come at once: all of it takes as long as it must. Counted from
                // before the first, since a busy machine may hear of that one late.
                let all = try #require(moments.last) - began
                #expect(all >= .milliseconds(11 * 150 - 100), "\(all)")
                // And by the database's clock each had its own.
                let next = try await Self.seconds(
                    "SELECT extract(epoch FROM next_at)::double precision FROM source_turns", companies)
                #expect(next - start >= 12 * 0.15 - 0.001, "\(next - start)")
            }
        }
    }

    /// Gaps of days, so that nobody minds the time that the test takes.
    @Test func turns_belong_to_a_host_and_one_that_comes_too_late_is_left_to_others() async throws {
        try await TwoCompanies.with { companies in
            let turns = SourceTurnQueries(database: companies.database)
            let gap = 1_000_000.0
            func take(_ host: String, within patience: Double) async throws -> SharedTurn {
                try await turns.take(host, gap: gap, within: patience)
            }
            #expect(try await take("one:443", within: 0) == .ours(seconds: 0))
            #expect(try await take("two:443", within: 0) == .ours(seconds: 0))
            let second = try await Self.gaps(take("one:443", within: gap), of: gap)
            #expect(second.isOurs && second.count == 1)
            for _ in 0..<2 {
                let late = try await Self.gaps(take("one:443", within: gap), of: gap)
                #expect(!late.isOurs && late.count == 2)
            }
            // Nobody took it meanwhile.
            let third = try await Self.gaps(take("one:443", within: 3 * gap), of: gap)
            #expect(third.isOurs && third.count == 2)
        }
    }

    /// How many gaps a turn is away, to the nearest.
    private static func gaps(_ turn: SharedTurn, of gap: Double) -> (isOurs: Bool, count: Int) {
        switch turn {
        case .ours(let seconds): (true, Int((seconds / gap).rounded()))
        case .late(let seconds): (false, Int((seconds / gap).rounded()))
        }
    }

    private static func seconds(_ sql: SQL, _ companies: TwoCompanies) async throws -> Double {
        let rows = try await companies.database.read(in: .house, Query<Single<Double>>(sql))
        return try #require(rows.first).value
    }
}
