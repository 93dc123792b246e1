import Companies
import CoreMetrics
import Synchronization
import Telemetry

/// Answers kept in memory (requirements A-70, C-21). An entry is found only by a request whose session the database has
/// just confirmed for that company, role and version of the data, so that a change is seen by the very next request and
/// nothing crosses companies. What was used least lately goes when the limit is reached.
final class AnswerCache: Sendable {
    struct Key: Hashable, Sendable {
        let company: CompanyID
        let role: Role
        let dataVersion: Int
        /// Ages and days on a page move on; a quarter of an hour, as zones differ by quarters.
        let quarterHour: Int64
        /// Path and query as they were asked for.
        let target: String
    }

    private struct State {
        var recent: [Key: KeptAnswer] = [:]
        var older: [Key: KeptAnswer] = [:]
        var recentCost = 0
        var olderCost = 0
    }

    /// Longer addresses are answered and not kept.
    private static let longestTarget = 512
    private let limit: Int
    private let state = Mutex(State())
    private let hits: Counter
    private let misses: Counter

    /// - Parameters:
    ///   - limit: bytes kept at most.
    ///   - metrics: where hits and misses are counted.
    init(limit: Int = 32 << 20, metrics: any MetricsFactory = MetricsSystem.factory) {
        self.limit = limit
        metrics.describe([
            MetricDescription("tidemark_answer_cache_hits_total", "Answers that were kept."),
            MetricDescription("tidemark_answer_cache_misses_total", "Answers that had to be made."),
        ])
        hits = Counter(label: "tidemark_answer_cache_hits_total", factory: metrics)
        misses = Counter(label: "tidemark_answer_cache_misses_total", factory: metrics)
    }

    /// Roughly what is kept, in bytes.
    var cost: Int { state.withLock { $0.recentCost + $0.olderCost } }

    func answer(for key: Key) -> KeptAnswer? {
        let answer = kept(key)
        (answer == nil ? misses : hits).increment()
        return answer
    }

    private func kept(_ key: Key) -> KeptAnswer? {
        state.withLock { state in
            if let answer = state.recent[key] { return answer }
            guard let answer = state.older.removeValue(forKey: key) else { return nil }
            state.olderCost -= answer.cost
            insert(answer, for: key, into: &state)
            return answer
        }
    }

    func keep(_ answer: KeptAnswer, for key: Key) {
        guard key.target.utf8.count <= Self.longestTarget, answer.cost <= limit / 8 else { return }
        state.withLock { insert(answer, for: key, into: &$0) }
    }

    /// Two halves: when the recent one is full it becomes the older one, and what was there is forgotten.
    private func insert(_ answer: KeptAnswer, for key: Key, into state: inout State) {
        if let replaced = state.recent.updateValue(answer, forKey: key) { state.recentCost -= replaced.cost }
        state.recentCost += answer.cost
        guard state.recentCost > limit / 2 else { return }
        state.older = state.recent
        state.olderCost = state.recentCost
        state.recent = [:]
        state.recentCost = 0
    }
}
