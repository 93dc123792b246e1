package import Logging
import Synchronization

/// Tells in the log which statements were slow, at most twenty a minute; later it tells how many it kept quiet about.
///
/// The statements of a pipeline are answered together, so they are told together, with the places in the code that
/// asked. Values are never told: the text has `$1` in their place.
package final class SlowQueryLog: Sendable {
    /// Told in one minute.
    static let mostPerMinute = 20
    /// Most characters of one statement.
    private static let longestStatement = 1_000

    /// From what duration on a round trip is slow.
    let limit: Duration
    private let logger: Logger
    private let window = Mutex(RateWindow<ContinuousClock.Instant>(most: mostPerMinute, per: .seconds(60)))

    package init(limit: Duration, logger: Logger) {
        self.limit = limit
        self.logger = logger
    }

    func tell(
        _ statements: [Statement], took duration: Duration, rows: Int, role: String, failure: (any Error)?,
        now: ContinuousClock.Instant = .now
    ) {
        guard case .pass(let heldBack) = window.withLock({ $0.next(at: now) }) else { return }
        var metadata: Logger.Metadata = [
            "ms": .stringConvertible(duration.milliseconds), "rows": .stringConvertible(rows),
            "statements": .stringConvertible(statements.count), "role": .string(role),
            "sql": .string(Self.text(of: statements)), "site": .string(Self.sites(of: statements)),
        ]
        if heldBack > 0 { metadata["not_told_before"] = .stringConvertible(heldBack) }
        if let failure { metadata["cause"] = .string("\(failure)") }
        logger.warning("slow statement", metadata: metadata)
    }

    private static func text(of statements: [Statement]) -> String {
        statements.map { String($0.text.prefix(longestStatement)) }.joined(separator: ";\n")
    }

    private static func sites(of statements: [Statement]) -> String {
        var sites: [String] = []
        for case let site? in statements.map({ $0.site?.description }) where !sites.contains(site) {
            sites.append(site)
        }
        return sites.joined(separator: ", ")
    }
}
