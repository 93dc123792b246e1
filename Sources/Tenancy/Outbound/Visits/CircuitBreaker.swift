/// Leaves a host alone that does not work: a pure state machine, in seconds of any clock.
///
/// Opens after `mostInARow` faults in a row, or when more than half of the last `window` visits were faults. After a rest one visit is
/// let through as a probe; if it is a fault too, the rest is twice as long, up to a day.
package struct CircuitBreaker: Sendable, Hashable {
    static let mostInARow = 5
    static let window = 20
    /// Seconds.
    static let firstRest = 15.0 * 60
    static let longestRest = 24.0 * 3_600

    private enum State: Sendable, Hashable {
        case closed
        case open(until: Double)
        case probing
    }

    private var state = State.closed
    private var rest = Self.firstRest
    private var inARow = 0
    /// Whether each of the last visits was a fault, the latest last.
    private var recent: [Bool] = []
    /// Whether the host said no: a person should look at it, and may ask for permission.
    package private(set) var wasRefused = false

    package init() {}

    /// - Returns: 0 for a visit that may begin, which it then must; else seconds to wait. While a probe is under way others wait a
    ///   minute.
    mutating func wait(at now: Double) -> Double {
        switch state {
        case .closed: return 0
        case .open(let until) where until > now: return until - now
        case .open:
            state = .probing
            return 0
        case .probing: return 60
        }
    }

    /// A visit ended well.
    mutating func succeed() {
        if state == .probing { self = CircuitBreaker() }
        inARow = 0
        note(false)
    }

    /// A visit ended with a fault of the host.
    /// - Parameter isRefusal: the host said no, which opens at once.
    mutating func fail(at now: Double, isRefusal: Bool = false) {
        inARow += 1
        note(true)
        if isRefusal { wasRefused = true }
        if state == .probing {
            rest = min(rest * 2, Self.longestRest)
            state = .open(until: now + rest)
        } else if state == .closed {
            let faults = recent.count { $0 }
            guard isRefusal || inARow >= Self.mostInARow || recent.count == Self.window && faults * 2 > Self.window
            else {
                return
            }
            state = .open(until: now + rest)
        }
    }

    /// A probe that never came to an end, because its task did: the next one may try.
    mutating func giveBack(at now: Double) {
        if state == .probing { state = .open(until: now) }
    }

    private mutating func note(_ isFault: Bool) {
        recent.append(isFault)
        if recent.count > Self.window { recent.removeFirst() }
    }
}
