import CLibpq
import Glibc

/// One connection to a server. All its work runs on its own thread; every call may be cancelled, which reaches the
/// server. A connection is leased to one user at a time by the pool.
package actor Connection {
    private let executor: ConnectionExecutor
    package nonisolated let number: Int
    nonisolated let cancelHandle: CancelHandle
    let settings: ConnectionSettings
    let handle: OpaquePointer
    var statements = StatementCache()
    private var isClosed = false
    /// Round trips made: one per pipeline sync. A test counts them (G-PG-01).
    package private(set) var roundTrips = 0

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init(number: Int, settings: ConnectionSettings, executor: ConnectionExecutor, handle: UInt) throws {
        guard let pointer = OpaquePointer(bitPattern: handle) else {
            throw DatabaseError(state: .cannotConnect, message: "out of memory")
        }
        self.number = number
        self.settings = settings
        self.executor = executor
        self.handle = pointer
        cancelHandle = CancelHandle(connection: pointer)
    }

    isolated deinit { PQfinish(handle) }

    /// Connects, within `settings.networkTimeout`.
    package static func connect(number: Int, settings: ConnectionSettings) async throws -> Connection {
        let executor = ConnectionExecutor(label: "tidemark.postgres.\(number)")
        let dialer = Dialer(executor: executor)
        let handle = try await dialer.dial(settings)
        return try Connection(number: number, settings: settings, executor: executor, handle: handle)
    }

    /// Whether the next user may have this connection: alive and outside any transaction. A transaction that was left
    /// open is rolled back first.
    func isReusable() -> Bool {
        guard !isClosed, PQstatus(handle) == CONNECTION_OK else { return false }
        switch PQtransactionStatus(handle) {
        case PQTRANS_IDLE:
            return true
        case PQTRANS_INTRANS, PQTRANS_INERROR:
            _ = try? run([Statement("ROLLBACK", site: nil)])
            return PQstatus(handle) == CONNECTION_OK && PQtransactionStatus(handle) == PQTRANS_IDLE
        default:
            return false
        }
    }

    /// The server's version as a number such as 180004.
    package var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// Says goodbye to the server now instead of when the last reference goes. Further use fails.
    package func close() {
        isClosed = true
        shutdown(PQsocket(handle), Int32(SHUT_RDWR))
    }

    func countRoundTrip() { roundTrips += 1 }

    /// Runs blocking work that the caller's cancellation interrupts on the server.
    func onServer<Result>(_ work: () throws -> Result) async throws -> Result {
        let cancelHandle = cancelHandle
        return try await withTaskCancellationHandler {
            try cancellable(work)
        } onCancel: {
            cancelHandle.cancel()
        }
    }

    private func cancellable<Result>(_ work: () throws -> Result) throws -> Result {
        cancelHandle.begin()
        let result = Swift.Result {
            // A cancellation that came before `begin` reached nobody; it is seen here.
            try Task.checkCancellation()
            return try work()
        }
        if cancelHandle.end() {
            drainLateCancel()
            try Task.checkCancellation()
        }
        return try result.get()
    }

    /// After a cancel request, statements may still fail with 57014 once; a harmless one absorbs that.
    private func drainLateCancel() {
        for _ in 0..<3 where PQstatus(handle) == CONNECTION_OK {
            if (try? run([Statement("SELECT 1", site: nil)])) != nil { return }
        }
    }
}

/// Connects on the connection's own thread, so that name look-up and the hand-shake block nobody.
private actor Dialer {
    private let executor: ConnectionExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(executor: ConnectionExecutor) { self.executor = executor }

    /// The connected handle as a bit pattern.
    func dial(_ settings: ConnectionSettings) throws -> UInt {
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
