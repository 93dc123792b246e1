import Companies
import Foundation
import Jobs
import Postgres
import TestSupport

/// Another person's and another company's view of the queue.
extension JobFixture {
    func admin(of company: Company? = nil, person: IdentityID? = nil, limit: Duration = .seconds(30)) -> JobConsole {
        JobConsole(
            database: companies.database, side: .company((company ?? harbor).id), person: person, limit: limit)
    }

    func platform(person: IdentityID? = nil) -> JobConsole {
        JobConsole(database: companies.database, side: .platform, person: person, limit: .seconds(30))
    }

    /// Ended jobs, a microsecond apart, made by one statement.
    func seed(_ count: Int, _ state: String, kind: String = "probe", in company: Company? = nil) async throws {
        let company = (company ?? harbor).id
        _ = try await companies.database.asWorker(
            Query<Ignored>(
                """
                WITH made AS (
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts, created_at)
                    SELECT \(company), gen_random_uuid(), \(kind), 'standard', 0, '{"number":1}', 5,
                        clock_timestamp() - n * interval '1 microsecond'
                    FROM generate_series(1, \(count)) AS n RETURNING company_id, job_id, created_at)
                INSERT INTO job_outcomes (company_id, job_id, state, attempts, finished_at)
                SELECT company_id, job_id, \(state), 5, created_at FROM made
                """))
    }

    /// All ids of a list, page by page.
    func walk(
        _ filter: JobFilter, _ console: JobConsole, limit: Int = 7, between: () async throws -> Void = {}
    ) async throws -> [JobListRow] {
        var all: [JobListRow] = []
        var after: RowCursor?
        while true {
            let page = JobListPage(
                try await console.read(
                    JobListQueries.page(filter, of: console.scope, after: after, limit: limit)), limit: limit)
            all += page.rows
            guard let next = page.next else { return all }
            after = next
            try await between()
        }
    }
}
