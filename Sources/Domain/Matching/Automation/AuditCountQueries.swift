import Companies
import Foundation
import Postgres

/// What was looked at again in all companies, as counts.
struct AuditCountQueries {
    let database: CompanyDatabase

    /// Decisions of a rule that were looked at again, of those that were put into the queue since a moment, and how many were wrong.
    func counts(of rule: MatchRule, since moment: Date) async throws -> (audited: Int, wrong: Int) {
        let counts = try await database.asWorker(
            Query<Pair<Int, Int>>(
                "SELECT audited, wrong FROM worker_review_audits(\(moment), \(rule.rawValue))")
        ).first
        return (counts?.first ?? 0, counts?.second ?? 0)
    }
}
