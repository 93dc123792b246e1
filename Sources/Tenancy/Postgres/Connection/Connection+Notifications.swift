import CLibpq
import Glibc

/// What another session told a channel.
package struct Notification: Sendable, Hashable {
    package let channel: String
    package let payload: String

    package init(channel: String, payload: String) {
        self.channel = channel
        self.payload = payload
    }
}

extension Connection {
    /// Subscribes this connection to a channel. The name is an identifier chosen by code.
    package func listen(to channel: String) async throws {
        let quoted = channel.replacing("\"", with: "\"\"")
        try await execute(SQL(unsafe: "LISTEN \"\(quoted)\""))
    }

    /// Waits up to `limit` for notifications and answers those that came, in order.
    package func notifications(waitingUpTo limit: Duration) async throws -> [Notification] {
        let pending = takeNotifications()
        guard pending.isEmpty else { return pending }
        var descriptor = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard descriptor.fd >= 0 else { throw lost() }
        if poll(&descriptor, 1, Int32(clamping: limit.milliseconds)) > 0 {
            guard PQconsumeInput(handle) == 1, PQstatus(handle) == CONNECTION_OK else { throw lost() }
        }
        return takeNotifications()
    }

    private func takeNotifications() -> [Notification] {
        var taken: [Notification] = []
        while let notification = PQnotifies(handle) {
            taken.append(
                Notification(
                    channel: String(cString: notification.pointee.relname),
                    payload: String(cString: notification.pointee.extra)))
            PQfreemem(notification)
        }
        return taken
    }
}
