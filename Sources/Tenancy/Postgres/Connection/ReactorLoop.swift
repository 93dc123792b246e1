import CEpoll
import Glibc
import Synchronization

/// The thread's side of `SocketReactor`: an epoll instance with one-shot registrations.
final class ReactorLoop: Sendable {
    struct Waiter: Sendable {
        let continuation: CheckedContinuation<SocketReactor.Outcome, Never>
        let deadline: ContinuousClock.Instant?
    }

    private struct State {
        var waiters: [Int32: Waiter] = [:]
        /// When the thread wakes up by itself at the latest.
        var wakesAt = ContinuousClock.now
        var isStopped = false
    }

    private static let batch = 64
    /// The thread looks at the deadlines this often at least, so that an ordinary wait (its deadline is far away) need
    /// not wake it.
    private static let patience = Duration.seconds(2)
    private let state = Mutex(State())
    private let descriptor: Int32
    /// An eventfd that wakes the thread for an earlier deadline or for its end.
    private let waker: Int32

    init() {
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        waker = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
        precondition(descriptor >= 0 && waker >= 0, "the process may not open more files")
        register(waker, events: EPOLLIN.rawValue)
    }

    deinit {
        close(descriptor)
        close(waker)
    }

    func add(_ waiter: Waiter, socket: Int32, events: UInt32) {
        let (displaced, isEarlier) = state.withLock { state in
            let displaced = state.waiters.updateValue(waiter, forKey: socket)
            guard let deadline = waiter.deadline else { return (displaced, false) }
            return (displaced, deadline < state.wakesAt)
        }
        displaced?.continuation.resume(returning: .late)
        // A socket that is gone is reported as ready, so that its owner meets the error when it reads.
        if !register(socket, events: events | EPOLLONESHOT.rawValue) { resume(socket, with: .ready(EPOLLERR.rawValue)) }
        if isEarlier { wake() }
    }

    func interrupt(_ socket: Int32) { resume(socket, with: .late) }

    func stop() {
        state.withLock { $0.isStopped = true }
        wake()
    }

    /// Runs until `stop`.
    func run() {
        var events = [epoll_event](repeating: epoll_event(), count: Self.batch)
        while let timeout = nextTimeout() {
            let count = epoll_wait(descriptor, &events, Int32(Self.batch), timeout)
            for event in events.prefix(Int(max(0, count))) {
                if event.data.fd == waker {
                    var value: UInt64 = 0
                    _ = read(waker, &value, MemoryLayout<UInt64>.size)
                } else {
                    resume(event.data.fd, with: .ready(event.events))
                }
            }
            expire()
        }
        let left = state.withLock { state in
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in left.values { waiter.continuation.resume(returning: .late) }
    }

    /// Milliseconds until the deadlines are looked at again, `nil` when the loop shall end.
    private func nextTimeout() -> Int32? {
        state.withLock { state in
            guard !state.isStopped else { return nil }
            let now = ContinuousClock.now
            state.wakesAt = state.waiters.values.compactMap(\.deadline).reduce(now + Self.patience, min)
            return Int32(clamping: max(0, now.duration(to: state.wakesAt).milliseconds + 1))
        }
    }

    private func expire() {
        let late = state.withLock { state in
            let now = ContinuousClock.now
            guard state.wakesAt <= now else { return [Waiter]() }
            let sockets = state.waiters.filter { $0.value.deadline.map { $0 <= now } ?? false }.keys
            return sockets.compactMap { state.waiters.removeValue(forKey: $0) }
        }
        for waiter in late { waiter.continuation.resume(returning: .late) }
    }

    private func resume(_ socket: Int32, with outcome: SocketReactor.Outcome) {
        let waiter = state.withLock { $0.waiters.removeValue(forKey: socket) }
        waiter?.continuation.resume(returning: outcome)
    }

    /// Arms a descriptor; closing it takes it out again.
    @discardableResult
    private func register(_ descriptor: Int32, events: UInt32) -> Bool {
        var event = epoll_event()
        event.events = events
        event.data.fd = descriptor
        if epoll_ctl(self.descriptor, EPOLL_CTL_MOD, descriptor, &event) == 0 { return true }
        guard errno == ENOENT else { return false }
        return epoll_ctl(self.descriptor, EPOLL_CTL_ADD, descriptor, &event) == 0
    }

    private func wake() {
        var one: UInt64 = 1
        _ = write(waker, &one, MemoryLayout<UInt64>.size)
    }
}
