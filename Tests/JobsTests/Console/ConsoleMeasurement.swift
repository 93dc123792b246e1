import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// The console's statements with a million jobs, mostly ended, of twenty companies, one of which has most of them.
@Suite(.enabled(if: Measurement.isWanted)) struct ConsoleMeasurement {
    private static let companies = 20
    private static let jobs = 1_000_000

    private func seed(_ fixture: JobFixture) async throws -> [CompanyID] {
        var ids = [fixture.harbor.id, fixture.kestrel.id]
        let registry = CompanyRegistry(database: fixture.companies.database)
        while ids.count < Self.companies {
            let id = CompanyID(rawValue: UUID())
            try await registry.create(
                Company(
                    id: id, slug: "company-\(ids.count)", name: "Company", homeCurrency: "USD", timeZone: "UTC"),
                at: fixture.companies.now)
            ids.append(id)
        }
        let chunk = 50_000
        for start in stride(from: 0, to: Self.jobs, by: chunk) {
            // Of a hundred jobs 2 are dead, 1 is cancelled, 2 are ready, 1 waits; every 5 000th runs; every 100 000th is rare.
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>(
                    """
                    WITH numbered AS MATERIALIZED (
                        SELECT n, gen_random_uuid() AS job_id,
                            CASE WHEN n % 5 < 3 THEN \(ids[0]) ELSE (\(ids)::uuid[])[1 + (n / 7) % \(ids.count)] END AS company_id,
                            CASE WHEN n % 100000 = 50 THEN 'rare' ELSE 'kind_' || (n / 11) % 20 END AS kind,
                            (ARRAY['standard', 'slow', 'imports'])[1 + (n / 13) % 3] AS queue,
                            clock_timestamp() - (1000000 - n) * interval '100 milliseconds' AS at, (n / 5) % 100 AS d
                        FROM generate_series(\(start), \(start + chunk - 1)) AS n
                    ), made AS (
                        INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts, created_at)
                        SELECT company_id, job_id, kind, queue, 0, '{"url":"https://example.com/' || n || '","token":"x"}', 20, at
                        FROM numbered
                    ), ready AS (
                        INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, ready_at)
                        SELECT company_id, job_id, queue, kind, at, at FROM numbered WHERE d IN (10, 11)
                    ), waiting AS (
                        INSERT INTO waiting_jobs (company_id, job_id, due_at, reason)
                        SELECT company_id, job_id, at + interval '2 days', 'retry' FROM numbered WHERE d = 12
                    ), leases AS (
                        INSERT INTO job_leases (company_id, job_id, attempt, worker_id, queue, kind, crashes, ready_at)
                        SELECT company_id, job_id, 1, gen_random_uuid(), queue, kind, 0, at FROM numbered WHERE n % 5000 = 13
                    ), events AS (
                        INSERT INTO job_events (company_id, job_id, attempt, event, detail)
                        SELECT company_id, job_id, 20, 'dead', repeat('it failed ', 20) FROM numbered WHERE d IN (20, 21)
                    )
                    INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds, finished_at)
                    SELECT company_id, job_id, CASE WHEN d IN (20, 21) THEN 'dead' WHEN d = 22 THEN 'cancelled' ELSE 'completed' END,
                        1, 20, at FROM numbered WHERE d NOT IN (10, 11, 12) AND n % 5000 <> 13
                    """))
        }
        _ = try await fixture.companies.database.asWorker(
            Query<Ignored>(
                """
                INSERT INTO job_tallies (company_id, minute, kind, result, jobs, milliseconds)
                SELECT c, date_trunc('minute', clock_timestamp()) - m * interval '1 minute', 'kind_' || k, r, 7, 70
                FROM unnest(\(ids)) AS c, generate_series(0, 1440) AS m, generate_series(0, 9) AS k,
                    unnest(ARRAY['completed', 'failed']) AS r
                """))
        let owner = try await fixture.companies.test.owner()
        for table in ["jobs", "ready_jobs", "waiting_jobs", "job_leases", "job_outcomes", "job_events", "job_tallies"] {
            try await owner.runScript("VACUUM ANALYZE \(table)")
        }
        return ids
    }

    @Test func p95_of_every_statement() async throws {
        try await JobFixture.with { fixture in
            _ = try await seed(fixture)
            for console in [fixture.admin(), fixture.admin(of: fixture.kestrel), fixture.platform()] {
                let scope = console.scope
                let name =
                    console.side == .platform
                    ? "worker, all" : scope == .company(fixture.harbor.id) ? "app, 640k" : "app, 20k"
                func measure(_ what: String, _ work: () async throws -> Void) async throws {
                    let (p50, p95) = try await Measurement.of(work)
                    print("MEASURED | \(name) | \(what) | \(String(format: "%.1f | %.1f", p50, p95)) |")
                    #expect(p95 < 50, "\(name) \(what)")
                }
                try await measure("counts") { _ = try await console.read(JobCounts.of(scope)) }
                try await measure("queues and pauses") {
                    _ = try await console.read(QueueOverview.all(of: scope), JobPause.all(of: scope))
                }
                try await measure("last hour") { _ = try await console.read(JobTally.lastHour(of: scope)) }
                try await measure("kinds to choose from") { _ = try await console.read(JobTally.kinds(of: scope)) }
                try await measure("acts, schedules") {
                    _ = try await console.read(JobAct.newest(of: scope), ScheduleOverview.all(of: scope))
                }
                for place in [nil] + JobPlace.allCases {
                    for kind in [nil, "kind_3", "rare", "missing"] {
                        let filter = JobFilter(place: place, kind: kind)
                        let label = "list \(place?.rawValue ?? "all") \(kind ?? "")"
                        var deep: JobCursor?
                        try await measure(label) {
                            let entries = try await console.read(
                                JobListQueries.page(filter, of: scope, after: nil, limit: 50))
                            deep = JobListPage(entries, limit: 50).rows.last?.cursor
                        }
                        guard kind == nil, deep != nil else { continue }
                        let middle = JobCursor(
                            moment: ExactMoment(rawValue: (deep?.moment.rawValue ?? 0) - 40_000_000_000), job: UUID())
                        try await measure(label + "far back") {
                            _ = try await console.read(
                                JobListQueries.page(filter, of: scope, after: middle, limit: 50))
                        }
                    }
                    try await measure("list \(place?.rawValue ?? "all") queue slow") {
                        let filter = JobFilter(place: place, queue: "slow")
                        _ = try await console.read(JobListQueries.page(filter, of: scope, after: nil, limit: 50))
                    }
                }
                let rows = try await console.read(
                    JobListQueries.page(JobFilter(place: .dead), of: scope, after: nil, limit: 50))
                let job = try #require(rows.first?.row)
                try await measure("list by id") {
                    let filter = JobFilter(ids: JobFilter.ids(beginningWith: String("\(job.id)".prefix(4))))
                    _ = try await console.read(JobListQueries.page(filter, of: scope, after: nil, limit: 50))
                }
                try await measure("one job") { _ = try await console.read(JobFacts.find(job.id, in: scope)) }
                try await measure("its timeline and progress") {
                    _ = try await console.read(
                        JobTimelineRow.of(job.id, in: job.company), JobProgressRow.of(job.id, in: job.company))
                }
                try await measure("count for confirming, dead kind_3") {
                    _ = try await console.read(
                        JobListQueries.count(JobFilter(place: .dead, kind: "kind_3"), of: scope, most: JobCounts.most))
                }
                if console.side == .platform {
                    try await measure("workers") { _ = try await console.read(WorkerOverview.all) }
                }
            }
            let started = ContinuousClock.now
            var changed = 0
            var start: JobConsole.Continuation?
            repeat {
                let progress = try await fixture.admin().perform(
                    .cancel, onAll: JobFilter(place: .ready), of: fixture.admin().scope, subject: "measured",
                    from: start,
                    budget: .seconds(4))
                changed += progress.changed
                start = progress.next
            } while start != nil
            print("MEASURED | app | cancelled \(changed) ready jobs in \(ContinuousClock.now - started)")
        }
    }
}
