import Foundation

/// One thread that does any number of transfers through libcurl, so that a task waiting for another machine holds none.
///
/// SMTP in libcurl waits for the reply to a message, and for the goodbye, without going back to the loop (curl issue 8555). So
/// what speaks another protocol has a thread of its own, made of the same parts. The thread ends when the last reference goes.
final class TransferThread: Sendable {
    private let loop: TransferLoop

    /// - Parameters:
    ///   - name: of the thread, for whoever looks at the process.
    ///   - mostAtOnce: connections at once, 1 or more.
    init(name: String, mostAtOnce: Int) {
        loop = TransferLoop(mostAtOnce: mostAtOnce)
        let loop = loop
        let thread = Thread { loop.run() }
        thread.name = name
        thread.start()
    }

    deinit { loop.stop() }

    /// Does a transfer. When the task is cancelled it is broken off, within about a second.
    /// - Parameters:
    ///   - listener: told what happens, on the thread.
    ///   - prepare: says on the handle what is to be done; called on the thread.
    func perform(
        _ listener: any TransferListener, _ prepare: @escaping @Sendable (EasyHandle) -> Void
    ) async -> TransferEnd {
        let withdrawal = Withdrawal()
        let loop = loop
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.add(
                    Transfer(
                        prepare: prepare, finish: { continuation.resume(returning: $0) }, withdrawal: withdrawal,
                        listener: listener))
            }
        } onCancel: {
            withdrawal.request()
            loop.wake()
        }
    }
}
