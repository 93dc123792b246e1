import Synchronization

/// Everything that is kept of one login: that one request at a time is made with it, over all hosts, and how fast they follow.
final class LoginDoor: Sendable {
    /// Who asks with it; held from waiting for the moment until the answer is there.
    let place = FairGate(places: 1)
    private let next = Mutex(0.0)

    /// - Returns: seconds until a request may begin, 0 for now.
    func wait(at now: Double) -> Double { next.withLock { max(0, $0 - now) } }

    /// - Parameter gap: seconds between the beginnings of two requests.
    func begin(at now: Double, gap: Double) { next.withLock { $0 = now + gap } }
}
