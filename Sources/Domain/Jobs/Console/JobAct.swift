package import Companies
package import Foundation
package import Postgres

/// What somebody did with jobs.
package struct JobAct: Sendable, Hashable, RowDecodable {
    package let companySlug: String
    package let actedAt: Date
    package let actedBy: IdentityID?
    /// cancel, replay, discard, pause, resume or enqueue.
    package let act: String
    /// A job's id, a filter in words, queue:name, kind:name or schedule:name.
    package let subject: String
    package let jobs: Int

    package init(row: inout RowReader) throws {
        companySlug = try row.next()
        actedAt = try row.next()
        actedBy = try row.nextOptional()
        act = try row.next()
        subject = try row.next()
        jobs = try row.next()
    }

    /// The newest ten.
    package static func newest(of scope: JobScope) -> Query<JobAct> {
        Query(
            """
            SELECT coalesce(c.slug, ''), a.acted_at, a.acted_by, a.act, a.subject, a.jobs
            FROM (SELECT * FROM job_acts a WHERE \(scope.holds("a")) ORDER BY a.acted_at DESC LIMIT 10) a
            LEFT JOIN companies c ON c.company_id = a.company_id ORDER BY a.acted_at DESC
            """)
    }

    /// Writes one down.
    static func record(_ act: String, subject: String, jobs: Int, company: CompanyID, by person: IdentityID?)
        -> Query<Ignored>
    {
        Query(
            """
            INSERT INTO job_acts (company_id, acted_by, act, subject, jobs)
            VALUES (\(company), \(person), \(act), \(String(subject.prefix(400))), \(jobs))
            """)
    }
}
