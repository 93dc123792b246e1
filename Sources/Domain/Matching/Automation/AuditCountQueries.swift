import Companies
import Foundation
import Postgres

/// What people found in all companies when they looked at what was decided or said without them; no pair and no company is told.
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

    /// Pairs that a judge called the same and people read without knowing it, the latest `most` of them: how sure it was, and whether
    /// people said so, too.
    func record(of judge: String, most: Int) async throws -> [(probability: Double, isSame: Bool)] {
        try await database.asWorker(
            Query<Pair<Double, Bool>>("SELECT confidence, is_right FROM worker_judge_record(\(judge), \(most))")
        ).map { ($0.first, $0.second) }
    }
}
