import Companies
import Foundation
import Postgres

/// How right a judge was on pairs that people read without knowing what it said, in all companies.
struct JudgeRecordQueries {
    let database: CompanyDatabase

    /// Pairs it called the same, the latest `most` of them: how sure it was, and whether people said so, too.
    func record(of judge: String, most: Int) async throws -> [(probability: Double, isSame: Bool)] {
        try await database.asWorker(
            Query<Pair<Double, Bool>>("SELECT confidence, is_right FROM worker_judge_record(\(judge), \(most))")
        ).map { ($0.first, $0.second) }
    }
}
