import CLibpq
import Dispatch
import Glibc

/// Connects on a thread that may block, as name look-up and the hand-shake do.
enum Dialer {
    private static let queue = DispatchQueue(label: "tidemark.postgres.dial", attributes: .concurrent)

    /// The connected handle as a bit pattern, since raw pointers are not Sendable.
    static func dial(_ settings: ConnectionSettings) async throws -> UInt {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try connect(settings) }) }
        }
    }

    private static func connect(_ settings: ConnectionSettings) throws -> UInt {
        let seconds = max(2, Int(settings.networkTimeout.milliseconds / 1_000))
        let parameters: [(String, String)] = [
            ("dbname", settings.uri), ("application_name", settings.applicationName), ("options", settings.options),
            ("connect_timeout", "\(seconds)"), ("client_encoding", "UTF8"), ("keepalives_idle", "15"),
            ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
        ]
        let keywords = parameters.map { strdup($0.0) }
        let values = parameters.map { strdup($0.1) }
        defer { (keywords + values).forEach { free($0) } }
        let connected = (keywords.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { keywords in
            (values.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { values in
                PQconnectdbParams(keywords.baseAddress, values.baseAddress, 1)
            }
        }
        guard let connected else { throw DatabaseError(state: .cannotConnect, message: "out of memory") }
        guard PQstatus(connected) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(connected)).split(separator: "\n").first.map(String.init)
            PQfinish(connected)
            throw DatabaseError(state: .cannotConnect, message: reason ?? "the server does not answer")
        }
        PQsetnonblocking(connected, 1)
        PQsetNoticeProcessor(connected, { _, _ in }, nil)
        PQenterPipelineMode(connected)
        return UInt(bitPattern: connected)
    }
}
