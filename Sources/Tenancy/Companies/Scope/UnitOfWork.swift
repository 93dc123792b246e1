import Postgres
import Synchronization

/// One transaction on one connection. BEGIN and the scope travel with the first statement, so they cost no round trip.
final class UnitOfWork: Sendable {
    let connection: Connection
    private let opening: [SQL]
    private let stopwatch: DatabaseStopwatch?
    private let hasBegun = Mutex(false)

    init(connection: Connection, opening: [SQL], stopwatch: DatabaseStopwatch? = nil) {
        self.connection = connection
        self.stopwatch = stopwatch
        self.opening = ["BEGIN"] + opening
    }

    /// What must precede the next statement: everything at first, nothing later.
    func preamble() -> [SQL] {
        hasBegun.withLock { begun in
            defer { begun = true }
            return begun ? [] : opening
        }
    }

    func run<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        do {
            let result = try await body()
            if hasBegun.withLock({ $0 }) { try await timed { try await connection.execute("COMMIT") } }
            return result
        } catch {
            // The pool rolls back whatever a broken transaction left open; its own failure must not hide the first.
            throw error
        }
    }

    func fetch<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        let began = ContinuousClock.now
        defer { stopwatch?.add(since: began) }
        return try await connection.fetch(scope: preamble(), repeat each queries)
    }

    func execute(_ sql: SQL, file: StaticString, line: UInt) async throws -> Int {
        try await timed { try await connection.execute(before: preamble(), sql, file: file, line: line) }
    }

    func execute(all statements: [SQL], file: StaticString, line: UInt) async throws -> [Int] {
        try await timed { try await connection.execute(before: preamble(), all: statements, file: file, line: line) }
    }

    @discardableResult
    private func timed<Result: Sendable>(_ work: () async throws -> Result) async throws -> Result {
        let began = ContinuousClock.now
        defer { stopwatch?.add(since: began) }
        return try await work()
    }
}
