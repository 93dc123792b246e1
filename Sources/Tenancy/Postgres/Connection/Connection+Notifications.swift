import CEpoll
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

    /// Waits up to `limit` for notifications and answers those that came, in order; none when the task is cancelled.
    package func notifications(waitingUpTo limit: Duration) async throws -> [Notification] {
        try await exclusively {
            let pending = takeNotifications()
            guard pending.isEmpty, !Task.isCancelled else { return pending }
            let socket = PQsocket(handle)
            guard socket >= 0 else { throw lost() }
            let outcome = await reactor.waitUnlessCancelled(
                for: socket, events: EPOLLIN.rawValue, until: .now + limit)
            if outcome != .late {
                guard PQconsumeInput(handle) == 1, PQstatus(handle) == CONNECTION_OK else { throw lost() }
            }
            return takeNotifications()
        }
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
