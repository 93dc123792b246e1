import Companies
import Connections
import Foundation
import Ingestion
import Jobs
import Postgres
import TestSupport
import Testing

@testable import CLI

/// A pass of the pipeline is a graph of jobs: reads side by side, then recognising, then scoring, then forecasting, each with a deadline.
@Suite struct PipelineCycleTests {
    private func connect(_ name: String, every minutes: Int = 60, _ companies: TwoCompanies) async throws
        -> ConnectionID
    {
        let source = try #require(SourceCode(rawValue: "vinepair"))
        let company = companies.harbor.id
        return try await companies.database.transaction(in: company) { transaction in
            try await OpenConnectionQueries.ensure(
                source, name: name, settings: ["name": name], everyMinutes: minutes, at: companies.now, in: transaction)
        }
    }

    private func begin(_ companies: TwoCompanies, after seconds: Double = 0, in company: Company? = nil) async throws
        -> Int
    {
        let moment = companies.now + seconds
        return try await companies.database.transaction(in: (company ?? companies.harbor).id) {
            try await PipelineCycle.begin(in: $0, at: moment)
        }
    }

    private func steps(_ companies: TwoCompanies, in company: Company? = nil) async throws -> [CycleStepRow] {
        try await companies.database.transaction(in: (company ?? companies.harbor).id) {
            try await CycleQueries(transaction: $0).newest(5)
        }
    }

    /// As if a run had begun then.
    private func ran(_ connection: ConnectionID, at moment: Date, _ companies: TwoCompanies) async throws {
        let company = companies.harbor.id
        _ = try await companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO sources (company_id, source_id, slug, title, created_at)
                VALUES (\(company), gen_random_uuid(), 'vinepair', 'VinePair', now()) ON CONFLICT DO NOTHING
                """,
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, connection_id, book, file_name, state, rows_read,
                    rows_good, rows_rejected, items, started_at, finished_at)
                SELECT \(company), gen_random_uuid(), source_id, \(connection.rawValue), 'articles', 'x', 'applied', 0, 0, 0, 0,
                    \(moment), \(moment) FROM sources WHERE company_id = \(company)
                """,
            ])
        }
    }

    @Test func what_is_due_is_read_then_recognised_then_scored() async throws {
        try await TwoCompanies.with { companies in
            let (often, seldom) = (
                try await connect("often", companies), try await connect("seldom", every: 1_440, companies)
            )
            try await ran(seldom, at: companies.now - 7_200, companies)
            let reads = try await begin(companies)
            #expect(reads == 1)
            let steps = try await steps(companies)
            #expect(steps.map(\.kind) == [.read, .match, .score, .forecast])
            #expect(steps.map(\.jobState) == ["ready", "waiting", "waiting", "waiting"])
            #expect(steps.first?.connection == "often" && steps.first?.startsBy == nil)
            #expect(steps[1].startsBy == companies.now + 480 && steps[2].startsBy == companies.now + 720)
            #expect(steps[3].startsBy == companies.now + 900)
            #expect(steps.allSatisfy { $0.dueAt == companies.now + 1_200 })
            let needs = try await companies.database.read(
                in: companies.harbor.id,
                Query<Pair<UUID, UUID>>("SELECT job_id, needs_job_id FROM job_dependencies ORDER BY 1"))
            #expect(Set(needs.map(\.first)) == [steps[1].job, steps[2].job, steps[3].job])
            #expect(needs.first { $0.first == steps[1].job }?.second == steps[0].job)
            #expect(needs.first { $0.first == steps[2].job }?.second == steps[1].job)
            #expect(needs.first { $0.first == steps[3].job }?.second == steps[2].job)
            // The other company has no cycle and sees none.
            let nothing = try await begin(companies, in: companies.kestrel)
            let unseen = try await self.steps(companies, in: companies.kestrel)
            #expect(nothing == 0 && unseen.isEmpty)
            // A day later the seldom one is due as well; what still waits to be read is this cycle's, too.
            try await ran(often, at: companies.now, companies)
            let later = try await begin(companies, after: 86_400)
            let second = try await self.steps(companies)
            #expect(later == 2)
            #expect(second.count == 9 && Set(second.map(\.job)).count == 5)
        }
    }

    @Test func what_is_paused_revoked_off_or_read_lately_is_not_due() async throws {
        try await TwoCompanies.with { companies in
            let connection = try await connect("one", companies)
            let company = companies.harbor.id
            try await ran(connection, at: companies.now - 3_000, companies)
            let early = try await begin(companies)
            #expect(early == 0)
            let person = AuditActor.person(IdentityID(rawValue: UUID()))
            let moment = companies.now
            let vinepair = try #require(SourceCode(rawValue: "vinepair"))
            try await companies.database.transaction(in: company) {
                _ = try await SourceSwitchQueries(transaction: $0).set(paused: true, connection, by: person, at: moment)
            }
            let paused = try await begin(companies, after: 7_200)
            #expect(paused == 0)
            try await companies.database.transaction(in: company) {
                _ = try await SourceSwitchQueries(transaction: $0).set(
                    paused: false, connection, by: person, at: moment)
            }
            try await companies.database.transaction(in: .house) {
                try await SourceSwitchQueries(transaction: $0).stop(vinepair, reason: "x", by: .command, at: moment)
            }
            let off = try await begin(companies, after: 7_200)
            #expect(off == 0)
            try await companies.database.transaction(in: .house) {
                _ = try await SourceSwitchQueries(transaction: $0).start(vinepair, by: .command)
            }
            let on = try await begin(companies, after: 7_200)
            #expect(on == 1)
        }
    }
}
