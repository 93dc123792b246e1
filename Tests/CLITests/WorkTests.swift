import Companies
import Foundation
import Glibc
import Jobs
import Logging
import Postgres
import TestSupport
import Testing

@testable import CLI

@Suite("The worker as a process")
struct WorkTests {
    private struct Line: Decodable {
        let id: String
        let company: String
        let kind: String
        let state: String?
        let attempts: Int
    }

    /// Asks until the answer is so; ten minutes at most, for a machine that runs all tests at once.
    private func until(_ what: String, _ holds: () async throws -> Bool) async throws {
        let deadline = ContinuousClock.now + .seconds(600)
        while try await !holds() {
            guard ContinuousClock.now < deadline else {
                Issue.record("not in ten minutes: \(what)")
                return
            }
            await Task.yield()
        }
    }

    private func places(_ companies: TwoCompanies, _ company: Company) async throws -> [String: String] {
        let rows = try await companies.database.read(
            in: company.id,
            Query<Pair<String, String>>(
                """
                SELECT j.kind, o.state FROM jobs j JOIN job_outcomes o ON o.company_id = j.company_id AND o.job_id = j.job_id
                """))
        return Dictionary(rows.map { ($0.first, $0.second) }) { first, _ in first }
    }

    @Test("What is asked for is done, and a process told to stop ends well")
    func work() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            let added = try await program.run("jobs", "add", "catalog.match", "--company", "harbor")
            #expect(added.status == 0, "\(added.errors)")
            let worker = try program.start(["work", "--slots", "2"])
            try await until("all kinds are done") {
                try await places(companies, companies.harbor)
                    == [
                        "catalog.match": "completed", "products.forecast": "completed", "review.fill": "completed",
                        "trends.score": "completed",
                    ]
            }
            #expect(try await places(companies, companies.kestrel).isEmpty)

            let listed = try await program.run("jobs", "list", "--company", "harbor", "--json")
            let lines = try listed.json([Line].self)
            #expect(
                lines.map(\.kind).sorted() == ["catalog.match", "products.forecast", "review.fill", "trends.score"])
            #expect(lines.allSatisfy { $0.state == "completed" && $0.attempts == 1 && $0.company == "harbor" })
            #expect(try await program.run("jobs", "list", "--company", "kestrel", "--json").json([Line].self).isEmpty)

            worker.signal(SIGTERM)
            let end = try await worker.ended()
            #expect(end.status == 0, "\(end.errors)")
            #expect(!end.errors.contains("given up"), "\(end.errors)")
            let left = try await companies.database.asWorker(Query<Single<Int>>("SELECT count(*) FROM job_workers"))
            #expect(left.first?.value == 0, "a worker that left is still listed")
        }
    }

    @Test("Every company gets its schedules once, in its own zone; what is paused stays so")
    func schedules() async throws {
        try await TwoCompanies.with { companies in
            let standing = StandingSchedules(database: companies.database, logger: .init(label: "test"))
            try await standing.plan(now: companies.now)
            let before = try await overview(companies)
            #expect(Set(before.map(\.companySlug)) == ["harbor", "house", "kestrel"])
            // The morning, the cycle, the figures, the judge and bronze, once each; the platform's reviews and what is learned of them.
            #expect(before.count == 20 && Set(before.map { "\($0.companySlug) \($0.name)" }).count == 20)
            #expect(Set(before.map(\.timeZone)) == ["America/New_York", "Europe/Helsinki", "UTC"])
            _ = try await companies.database.transaction(in: companies.harbor.id) {
                try await $0.execute("UPDATE job_schedules SET paused_at = clock_timestamp()")
            }
            try await standing.plan(now: companies.now.addingTimeInterval(86_400 * 3))
            let after = try await overview(companies)
            #expect(after.map(\.nextSlot.date) == before.map(\.nextSlot.date), "a slot that is due must not be skipped")
            #expect(Set(after.filter { $0.pausedAt != nil }.map(\.companySlug)) == ["harbor"])
            #expect(after.count == 20)
        }
    }

    private func overview(_ companies: TwoCompanies) async throws -> [ScheduleOverview] {
        let console = JobConsole(database: companies.database, side: .platform, person: nil)
        return try await console.read(ScheduleOverview.all(of: console.scope)).sorted {
            $0.companySlug < $1.companySlug
        }
    }

    @Test("A second request for the same work is the first one until it begins")
    func oneRequest() async throws {
        try await TwoCompanies.with { companies in
            func ask(_ company: Company) async throws -> JobID? {
                try await companies.database.transaction(in: company.id) { try await CatalogUpkeep.request(in: $0) }
            }
            let (first, second) = (try await ask(companies.harbor), try await ask(companies.harbor))
            let other = try await ask(companies.kestrel)
            #expect(first != nil && second == nil)
            #expect(other != nil, "the other company's request is its own")
        }
    }
}
