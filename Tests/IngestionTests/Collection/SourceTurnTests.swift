import Companies
import Foundation
import Ingestion
import Outbound
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
                // Each with a client, a clock and a memory of its own.
                let processes = (0..<3).map { _ in
                    Visitor(
                        client: WebClient(userAgent: "test", reach: reach), agent: "Tidemark",
                        turns: SourceTurnQueries(database: companies.database))
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for visitor in processes {
                        group.addTask {
                            for _ in 0..<4 {
                                _ = try await visitor.visit(
                                    WebRequest(address), within: HostScope(["127.0.0.1"]), policy: told)
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                let moments = watch.moments
                #expect(moments.count == 12)
                // A turn that came late must not let the next one come at once: all of it takes as long as it must.
                let all = try #require(moments.last) - (try #require(moments.first))
                #expect(all >= .milliseconds(11 * 150 - 100), "\(all)")
            }
        }
    }

    @Test func turns_belong_to_a_host_and_a_long_wait_ends_the_visit() async throws {
        try await TwoCompanies.with { companies in
            let turns = SourceTurnQueries(database: companies.database)
            #expect(try await turns.take("one:443", gap: 100) == 0)
            #expect(try await turns.take("two:443", gap: 100) == 0)
            let wait = try await turns.take("one:443", gap: 100)
            #expect((99...100).contains(wait))
            #expect(try await (199...200).contains(turns.take("one:443", gap: 100)))
        }
    }
}
