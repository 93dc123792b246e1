import Companies
import Foundation
import Logging
import Synchronization

/// How fast people and unknown clients may ask, over all processes together.
///
/// A process takes requests in blocks and lets them through by itself, so that a page costs no round trip for it. In sum
/// never more than the limit is let through in a window; what one process took and does not use is missing in another,
/// so with `n` processes somebody may be refused from `limit − (n − 1) × (block − 1)` requests on.
final class Pace: Sendable {
    /// What is counted.
    enum Kind: String, Sendable {
        /// Pages and API of a signed-in person: far more than somebody clicks, and one person's alone, so that a team
        /// cannot lock itself out.
        case person
        /// Tokens that are none, from one network.
        case stranger
    }

    private let counts: RequestCounts
    private let limits: RequestLimits
    private let logger: Logger
    private let now: @Sendable () -> Date
    private let allowances = Mutex(Allowances())

    init(counts: RequestCounts, limits: RequestLimits, logger: Logger, now: @escaping @Sendable () -> Date) {
        self.counts = counts
        self.limits = limits
        self.logger = logger
        self.now = now
    }

    /// Requests taken at once: a twentieth of the limit.
    static func block(of limit: Int) -> Int { max(1, limit / 20) }

    /// Counts a request.
    /// - Throws: `TooFast`. A database that cannot count lets requests through: they will fail by themselves if it does not
    ///   answer at all.
    func count(_ kind: Kind, _ who: String) async throws {
        let limit =
            switch kind {
            case .person: limits.person
            case .stranger: limits.stranger
            }
        let block = Self.block(of: limit)
        let bucket = "\(kind.rawValue):\(who)"
        var decision = allowances.withLock { $0.use(bucket, at: now()) }
        if case .ask(let isFirst) = decision {
            defer { if isFirst { allowances.withLock { $0.ended(bucket) } } }
            let moment = now()
            do {
                let wanted = isFirst ? block : 1
                guard let taken = try await counts.take(wanted, of: limit, from: bucket, at: moment) else { return }
                decision = allowances.withLock { $0.settle(taken, for: bucket, at: moment) }
            } catch is CancellationError {
                throw CancellationError()
            } catch {
                logger.warning("requests cannot be counted", metadata: ["cause": "\(error)"])
                return
            }
        }
        if case .refuse(let seconds) = decision {
            throw TooFast(allowance: RequestAllowance(limit: limit, remaining: 0, resetSeconds: seconds))
        }
    }
}

/// Somebody asked more often than they may.
struct TooFast: Error {
    let allowance: RequestAllowance
}
