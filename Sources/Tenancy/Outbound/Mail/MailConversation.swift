import CLibcurl
import Synchronization

/// Listens to a mail server: keeps its last reply, and does not wait for a goodbye that does not come.
final class MailConversation: TransferListener {
    private struct State {
        /// The last reply that was not goodbye.
        var reply: ServerReply?
        /// When the other side had answered everything but our goodbye.
        var saidAll: ContinuousClock.Instant?
    }

    /// How long a server may take over the goodbye. The thread waits for it, and the mail is delivered by then.
    private static let farewell = Duration.seconds(3)
    /// The answer to QUIT (RFC 5321): says nothing about the transfer.
    private static let goodbye = 221

    private let state = Mutex(State())

    /// The last reply that was not goodbye; nil if the server said nothing.
    var reply: ServerReply? { state.withLock(\.reply) }

    func hear(_ line: UnsafeRawBufferPointer, on handle: EasyHandle) -> Bool {
        guard let reply = ServerReply(line: line), reply.code != Self.goodbye else { return true }
        let isOver = reply.code >= 400 || (handle.hasUploaded && reply.code < 300)
        state.withLock { state in
            state.reply = reply
            state.saidAll = isOver ? .now : nil
        }
        return true
    }

    func take(_ bytes: UnsafeRawBufferPointer) -> Bool { true }

    /// The server is the operator's own choice, often a relay beside us.
    func mayConnect(to address: NetworkAddress) -> Bool { true }

    func mayGoOn(on handle: EasyHandle) -> Bool {
        state.withLock { !($0.saidAll.map { .now - $0 > Self.farewell } ?? false) }
    }

    func end(_ code: CURLcode, on handle: EasyHandle) {}
}
