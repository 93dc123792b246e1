/// How a source is visited. The site's own wishes (robots.txt, Retry-After) only ever make it slower.
package struct VisitPolicy: Sendable, Hashable {
    /// The least time between the beginnings of two requests to one host, in seconds.
    package var gap = 1.0
    /// The least time between the beginnings of two requests with one login, over all hosts, in seconds; nil for `gap`.
    package var loginGap: Double?
    /// Requests to one host at once. With one login there is never more than one.
    package var mostAtOnce = 1
    /// Whether robots.txt is asked and kept to. Off only for interfaces that were made for programs and have none.
    package var honoursRobots = true
    /// Statuses that say that a session is over. Some sites say it with 403, which is a refusal anywhere else.
    package var signedOut: Set<Int> = [401, 407]
    /// Further tries of one request after faults that may pass.
    package var mostRetries = 3
    /// Tries beyond the first, of all requests to one host, as a share of them: a site in trouble is not asked three times as much.
    package var retryShare = 0.1
    /// Base and most of the wait before a further try, in seconds; the wait is drawn evenly from 0 to `min(most, base · 2ⁿ)`.
    package var retryBase = 2.0
    package var retryMost = 300.0
    /// What the longest wait may be that a visit sits out, in seconds, for a moment, an answer of the store of turns, or those before
    /// it in line; a longer one ends it with `VisitFailure.notNow`.
    package var patience = 300.0
    /// Requests and bytes of one host within 24 hours; nil for no limit.
    package var requestsPerDay: Int?
    package var bytesPerDay: Int?

    package init() {}
}
