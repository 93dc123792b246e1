import Companies
import Foundation

/// The allowances a process has taken and not used up yet: a pure state machine. Whoever is over their limit is refused
/// until the window ends without anybody being asked.
struct Allowances: Sendable {
    /// What to do with a request.
    enum Decision: Equatable, Sendable {
        case pass
        /// Take more from the database first, and then `settle`: a block if nobody is about to, else one, so that many
        /// requests at once do not hoard.
        case ask(isFirst: Bool)
        case refuse(seconds: Double)
    }

    private struct Entry {
        var left: Int
        var isUsedUp: Bool
        var ends: Date
    }

    /// Buckets kept at most; beyond that those whose window is over are forgotten, and then all.
    private static let most = 20_000
    private var entries: [String: Entry] = [:]
    /// Buckets that somebody is taking a block from.
    private var asked: Set<String> = []

    /// Uses one request of a bucket, if there is one.
    mutating func use(_ bucket: String, at moment: Date) -> Decision {
        guard var entry = entries[bucket], moment < entry.ends, entry.ends.timeIntervalSince(moment) <= 60 else {
            return .ask(isFirst: asked.insert(bucket).inserted)
        }
        if entry.left > 0 {
            entry.left -= 1
            entries[bucket] = entry
            return .pass
        }
        if entry.isUsedUp { return .refuse(seconds: entry.ends.timeIntervalSince(moment)) }
        return .ask(isFirst: asked.insert(bucket).inserted)
    }

    /// Says that whoever was the first to ask has an answer, or gave up.
    mutating func ended(_ bucket: String) { asked.remove(bucket) }

    /// Enters what the database granted, and uses one of it.
    mutating func settle(_ taken: TakenRequests, for bucket: String, at moment: Date) -> Decision {
        if entries.count >= Self.most {
            entries = entries.filter { $0.value.ends > moment }
            if entries.count >= Self.most { entries = [:] }
        }
        let ends = moment + max(0, taken.resetSeconds)
        // What another request took meanwhile is still there.
        var left = taken.granted
        if let entry = entries[bucket], moment < entry.ends { left += entry.left }
        entries[bucket] = Entry(left: max(0, left - 1), isUsedUp: taken.remaining == 0, ends: ends)
        return left > 0 ? .pass : .refuse(seconds: max(0, taken.resetSeconds))
    }
}
