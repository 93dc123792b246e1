package import Companies
import Foundation
import Postgres

/// What a person may do with jobs.
package enum JobAction: String, Sendable, CaseIterable {
    /// Not begun: over at once. Running: asked to stop.
    case cancel
    /// Dead or cancelled: begins anew. Waiting: begins now.
    case replay
    /// Dead: not wanted back.
    case discard

    /// The statement, for jobs of one company each.
    func statement(_ jobs: [(company: CompanyID, id: JobID)]) -> Query<Single<Int>> {
        let companies = jobs.map(\.company)
        let ids = jobs.map(\.id.rawValue)
        return switch self {
        case .cancel: Query("SELECT cancel_jobs(\(companies), \(ids))")
        case .replay: Query("SELECT replay_jobs(\(companies), \(ids))")
        case .discard: Query("SELECT discard_jobs(\(companies), \(ids))")
        }
    }
}

extension CompanyTransaction {
    /// Does something with jobs of the company; ids of others have no effect.
    /// - Returns: how many were changed.
    @discardableResult
    package func perform(_ action: JobAction, on jobs: [JobID]) async throws -> Int {
        let changed = try await fetch(action.statement(jobs.map { (company, $0) })).first?.value ?? 0
        if action == .replay, changed > 0 { try await execute("SELECT pg_notify(\(JobSignal.channel), '')") }
        return changed
    }
}
