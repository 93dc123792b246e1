import Foundation

/// Waits for any number of sockets on one thread, so that a task waiting for the server holds no thread at all.
///
/// A wait costs one system call of the caller and one wake-up of the reactor. The thread ends when the last reference
/// goes.
package final class SocketReactor: Sendable {
    /// What a wait ended with.
    enum Outcome: Sendable, Equatable {
        /// `epoll` event bits.
        case ready(UInt32)
        /// The deadline passed, or the wait was interrupted.
        case late
    }

    private let loop: ReactorLoop

    package init() {
        loop = ReactorLoop()
        let loop = loop
        let thread = Thread { loop.run() }
        thread.name = "reactor"
        thread.start()
    }

    deinit { loop.stop() }

    /// Waits until the socket can be read or written, as `events` (`EPOLLIN`, `EPOLLOUT`) ask. One wait per socket at a
    /// time. May end early for no reason. Cancelling the task does not end the wait.
    func wait(for socket: Int32, events: UInt32, until deadline: ContinuousClock.Instant?) async -> Outcome {
        await withCheckedContinuation { continuation in
            loop.add(ReactorLoop.Waiter(continuation: continuation, deadline: deadline), socket: socket, events: events)
        }
    }

    /// Like `wait`, but ends with `.late` when the task is cancelled.
    func waitUnlessCancelled(
        for socket: Int32, events: UInt32, until deadline: ContinuousClock.Instant?
    ) async -> Outcome {
        let loop = loop
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.add(
                    ReactorLoop.Waiter(continuation: continuation, deadline: deadline), socket: socket, events: events)
                // A cancellation that came before the line above found nobody to wake.
                if Task.isCancelled { loop.interrupt(socket) }
            }
        } onCancel: {
            loop.interrupt(socket)
        }
    }
}
