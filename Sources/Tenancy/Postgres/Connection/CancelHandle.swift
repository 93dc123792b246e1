import CLibpq
import Dispatch
import Synchronization

/// Asks the server to stop what a connection is running, from any thread.
///
/// libpq 15's `PQcancel` blocks, so it runs on a queue of its own. A request that arrives late could hit the next
/// statement; the connection therefore waits for the request to finish and drains it before it is used again.
final class CancelHandle: Sendable {
    private struct State {
        var running = false
        var requested = false
    }

    private let state = Mutex(State())
    /// libpq's `PGcancel`, as a bit pattern because raw pointers are not Sendable. Freed in `deinit`.
    private let pointer: UInt
    private let pending = DispatchGroup()
    private static let queue = DispatchQueue(label: "tidemark.postgres.cancel", attributes: .concurrent)

    init(connection: OpaquePointer) { pointer = UInt(bitPattern: PQgetCancel(connection)) }

    deinit {
        pending.wait()
        PQfreeCancel(OpaquePointer(bitPattern: pointer))
    }

    /// Marks the start of work that may be cancelled.
    func begin() { state.withLock { $0 = State(running: true, requested: false) } }

    /// Marks the end. True when a cancel was requested meanwhile; it has then fully reached the server.
    func end() async -> Bool {
        let requested = state.withLock { state in
            state.running = false
            return state.requested
        }
        if requested {
            await withCheckedContinuation { continuation in
                pending.notify(queue: Self.queue) { continuation.resume() }
            }
        }
        return requested
    }

    /// Requests the cancel when work is running; otherwise does nothing.
    func cancel() {
        let shouldSend = state.withLock { state in
            guard state.running, !state.requested else { return false }
            state.requested = true
            self.pending.enter()
            return true
        }
        guard shouldSend else { return }
        let pointer = pointer
        let pending = pending
        Self.queue.async {
            var buffer = [CChar](repeating: 0, count: 256)
            _ = PQcancel(OpaquePointer(bitPattern: pointer), &buffer, Int32(buffer.count))
            pending.leave()
        }
    }
}
