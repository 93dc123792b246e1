import Companies
import Postgres
import Synchronization

extension JobContext {
    /// Runs work that says how far it is, as often as it likes, of how much where that is known; the last word is written at most once
    /// a second.
    ///
    /// A progress that cannot be written is no reason to fail: it is tried again with the next.
    package func reporting<Result: Sendable>(
        note: String? = nil,
        _ work: (_ report: @escaping @Sendable (_ done: Int, _ of: Int?) -> Void) async throws -> Result
    ) async throws -> Result {
        let latest = LatestProgress()
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while !Task.isCancelled {
                    if let (done, total) = latest.take() { try? await progress(done, of: total, note: note) }
                    try? await Task.sleep(for: .seconds(1))
                }
            }
            defer { group.cancelAll() }
            return try await work { latest.put($0, of: $1) }
        }
    }

    /// Lets another job of the same kind and unique key be added from here on: what has changed since this one began is
    /// that one's business.
    package func freeKey() async throws {
        _ = try await database.transaction(in: company) { transaction in
            try await transaction.execute(
                "DELETE FROM job_keys WHERE kind = \(job.kind) AND job_id = \(job.id.rawValue)")
        }
    }
}

/// The last progress that was said and not yet written.
private final class LatestProgress: Sendable {
    private let value = Mutex<(done: Int, of: Int?)?>(nil)

    func put(_ done: Int, of total: Int?) { value.withLock { $0 = (done, total) } }

    func take() -> (done: Int, of: Int?)? {
        value.withLock { value in
            defer { value = nil }
            return value
        }
    }
}
