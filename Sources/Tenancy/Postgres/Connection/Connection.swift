import CLibpq
import Glibc

/// One connection to a server. Waiting for the server holds no thread; every call may be cancelled, which reaches the
/// server. A connection is leased to one user at a time by the pool; calls of several tasks take turns.
package actor Connection {
    package nonisolated let number: Int
    nonisolated let cancelHandle: CancelHandle
    let reactor: SocketReactor
    let settings: ConnectionSettings
    let handle: OpaquePointer
    let meters: DatabaseMeters
    var statements = StatementCache()
    private var turns = Turns()
    private var isClosed = false
    /// Round trips made: one per pipeline sync. A test counts them (G-PG-01).
    package private(set) var roundTrips = 0

    private init(
        number: Int, settings: ConnectionSettings, reactor: SocketReactor, meters: DatabaseMeters, handle: UInt
    ) throws {
        guard let pointer = OpaquePointer(bitPattern: handle) else {
            throw DatabaseError(state: .cannotConnect, message: "out of memory")
        }
        self.number = number
        self.settings = settings
        self.reactor = reactor
        self.meters = meters
        self.handle = pointer
        cancelHandle = CancelHandle(connection: pointer)
    }

    isolated deinit { PQfinish(handle) }

    /// Connects, within `settings.networkTimeout`.
    /// - Parameters:
    ///   - reactor: waits for the sockets of several connections; one of its own by default.
    ///   - meters: count what the connection does.
    package static func connect(
        number: Int, settings: ConnectionSettings, reactor: SocketReactor = SocketReactor(),
        meters: DatabaseMeters = .none
    ) async throws -> Connection {
        let handle = try await Dialer.dial(settings)
        return try Connection(number: number, settings: settings, reactor: reactor, meters: meters, handle: handle)
    }

    /// Whether the next user may have this connection: alive and outside any transaction. A transaction that was left
    /// open is rolled back first.
    func isReusable() async -> Bool {
        guard !isClosed, PQstatus(handle) == CONNECTION_OK else { return false }
        switch PQtransactionStatus(handle) {
        case PQTRANS_IDLE:
            return true
        case PQTRANS_INTRANS, PQTRANS_INERROR:
            await takeTurn()
            defer { turns.pass() }
            _ = try? await run([Statement("ROLLBACK", site: nil)])
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

    /// Runs work on the server that the caller's cancellation interrupts there. One at a time.
    func onServer<Result>(_ work: () async throws -> Result) async throws -> Result {
        await takeTurn()
        defer { turns.pass() }
        cancelHandle.begin()
        let cancelHandle = cancelHandle
        let result: Swift.Result<Result, any Error> = await withTaskCancellationHandler {
            do {
                // A cancellation that came before `begin` reached nobody; it is seen here.
                try Task.checkCancellation()
                return .success(try await work())
            } catch {
                return .failure(error)
            }
        } onCancel: {
            cancelHandle.cancel()
        }
        if await cancelHandle.end() {
            await drainLateCancel()
            try Task.checkCancellation()
        }
        return try result.get()
    }

    /// Work that cancelling does not interrupt. One at a time.
    func exclusively<Result>(_ work: () async throws -> Result) async throws -> Result {
        await takeTurn()
        defer { turns.pass() }
        return try await work()
    }

    private func takeTurn() async {
        if turns.takeIfFree() { return }
        await withCheckedContinuation { turns.line(up: $0) }
    }

    /// After a cancel request, statements may still fail with 57014 once; a harmless one absorbs that.
    private func drainLateCancel() async {
        for _ in 0..<3 where PQstatus(handle) == CONNECTION_OK {
            if (try? await run([Statement("SELECT 1", site: nil)])) != nil { return }
        }
    }
}
