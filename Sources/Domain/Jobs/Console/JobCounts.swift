package import Postgres

/// How many jobs stand where, each counted up to `most`.
package struct JobCounts: Sendable, Hashable, RowDecodable {
    /// More are not counted: a page with six counts, and one that counts with a filter, still answer within 50 ms.
    package static let most = 4_000

    package let counts: [JobPlace: Int]

    package init(row: inout RowReader) throws {
        var counts: [JobPlace: Int] = [:]
        for place in JobPlace.allCases { counts[place] = try row.next(Int.self) }
        self.counts = counts
    }

    package subscript(place: JobPlace) -> Int { counts[place] ?? 0 }

    package static func of(_ scope: JobScope) -> Query<JobCounts> {
        func counted(_ table: SQL, _ condition: SQL = "true") -> SQL {
            """
            (SELECT count(*) FROM (SELECT FROM \(table) t WHERE \(scope.holds("t")) AND \(condition)
                LIMIT \(literal: most + 1)) x)
            """
        }
        return Query(
            """
            SELECT \(counted("ready_jobs")), \(counted("waiting_jobs")), \(counted("job_leases")),
                \(counted("job_outcomes", "t.state = 'completed'")), \(counted("job_outcomes", "t.state = 'cancelled'")),
                \(counted("job_outcomes", "t.state = 'dead'"))
            """)
    }
}
