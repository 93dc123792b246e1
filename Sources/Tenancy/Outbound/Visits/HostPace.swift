/// When the next request to a host may begin: a pure state machine, in seconds of any clock.
///
/// Twice as slow after each "too fast" and each fault under load, a tenth faster after every `recovery` clean answers, never faster
/// than the gap that was asked for.
struct HostPace: Sendable {
    static let recovery = 50
    static let slowest = 64.0

    private(set) var factor = 1.0
    private var next = 0.0
    private var clean = 0
    /// The site asked not to come before.
    private var notBefore = 0.0
    /// Beginnings and bytes within a day: counted by hours, so that the count needs no list.
    private var hours: [Int: (requests: Int, bytes: Int)] = [:]

    /// - Returns: seconds until a request may begin, 0 for now.
    func wait(at now: Double) -> Double { max(0, max(next, notBefore) - now) }

    /// Seconds until the day's budget has room; 0 while it has.
    func budgetWait(at now: Double, requests: Int?, bytes: Int?) -> Double {
        let hour = Int(now / 3_600)
        let day = hours.filter { $0.key > hour - 24 }
        let isSpent =
            requests.map { day.values.reduce(0) { $0 + $1.requests } >= $0 } ?? false
            || bytes.map { day.values.reduce(0) { $0 + $1.bytes } >= $0 } ?? false
        guard isSpent, let oldest = day.keys.min() else { return 0 }
        return Double((oldest + 24) * 3_600) - now
    }

    /// - Parameter gap: seconds between the beginnings of two requests, as the policy and the site want it.
    mutating func begin(at now: Double, gap: Double) {
        next = max(next, now) + gap * factor
        let hour = Int(now / 3_600)
        hours[hour, default: (0, 0)].requests += 1
        hours = hours.filter { $0.key > hour - 24 }
    }

    mutating func count(bytes: Int, at now: Double) { hours[Int(now / 3_600), default: (0, 0)].bytes += bytes }

    mutating func wentWell() {
        clean += 1
        guard clean >= Self.recovery else { return }
        clean = 0
        factor = max(1, factor * 0.9)
    }

    /// The site is slower than we are.
    mutating func slowDown() {
        clean = 0
        factor = min(Self.slowest, factor * 2)
    }

    mutating func stayAway(until: Double) { notBefore = max(notBefore, until) }
}
