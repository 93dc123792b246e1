import Synchronization

/// Whether nobody waits for a transfer any more. Set from anywhere, read by the loop's thread.
final class Withdrawal: Sendable {
    private let flag = Atomic<Bool>(false)

    var isRequested: Bool { flag.load(ordering: .acquiring) }

    func request() { flag.store(true, ordering: .releasing) }
}
