import CEpoll
import CLibpq
import Glibc

extension Connection {
    /// Runs several queries in one round trip and one implicit transaction: all of it happens or none of it.
    ///
    /// `scope` runs first; its rows are ignored. A stale plan (DDL since it was made) is prepared anew once.
    package func fetch<each Row: RowDecodable & Sendable>(
        scope: [SQL] = [], _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        var statements = scope.map { Statement($0, site: nil) }
        repeat statements.append(Statement((each queries).sql, site: (each queries).site))
        let results = try await onServer { try await run(statements, retryStalePlan: true) }
        var index = scope.count
        func rows<R: RowDecodable>(_ query: Query<R>) throws -> [R] {
            defer { index += 1 }
            return try results[index].rows(as: R.self)
        }
        return (repeat try rows(each queries))
    }

    /// Runs one statement inside whatever transaction is open and answers the number of rows it touched.
    @discardableResult
    package func execute(
        before: [SQL] = [], _ sql: SQL, file: StaticString = #fileID, line: UInt = #line
    ) async throws -> Int {
        let site = CallSite(file: "\(file)", line: line)
        let statements = (before + [sql]).map { Statement($0, site: site) }
        return try await onServer { try await run(statements).last?.affectedRows ?? 0 }
    }

    /// Runs statements in one round trip, inside whatever transaction is open, and answers the number of rows each
    /// touched.
    package func execute(
        before: [SQL] = [], all statements: [SQL], file: StaticString = #fileID, line: UInt = #line
    ) async throws -> [Int] {
        let site = CallSite(file: "\(file)", line: line)
        let all = (before + statements).map { Statement($0, site: site) }
        return try await onServer { try await run(all).dropFirst(before.count).map(\.affectedRows) }
    }

    /// Sends all statements in one pipeline and reads their results; one round trip, which is measured.
    func run(_ statements: [Statement], retryStalePlan: Bool = false) async throws -> [ResultSet] {
        let started = ContinuousClock.now
        do {
            let results = try await runUnmeasured(statements, retryStalePlan: retryStalePlan)
            meters.finished(
                statements, after: .now - started, rows: { results.reduce(0) { $0 + $1.rowCount } }, failure: nil)
            return results
        } catch {
            meters.finished(statements, after: .now - started, rows: { 0 }, failure: error)
            throw error
        }
    }

    private func runUnmeasured(_ statements: [Statement], retryStalePlan: Bool) async throws -> [ResultSet] {
        do {
            return try await runOnce(statements)
        } catch let error as DatabaseError where error.state == .stalePlan || error.state == .unknownStatement {
            // DDL changed a result type, or a pooler moved us to another server: forget every plan.
            self.statements.removeAll()
            meters.replanned()
            _ = try? await runOnce([Statement("DEALLOCATE ALL", site: nil)], cached: false)
            guard retryStalePlan else { throw error }
            return try await runOnce(statements)
        }
    }

    private enum Expectation {
        case prepared(StatementCache.Key, CallSite?)
        case ignored
        case rows(Statement)
    }

    private func runOnce(_ statements: [Statement], cached: Bool = true) async throws -> [ResultSet] {
        let deadline = deadline()
        var expected: [Expectation] = []
        for statement in statements {
            if cached {
                try sendPrepared(statement, expected: &expected)
            } else {
                try send(statement, expected: &expected)
            }
        }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        countRoundTrip()
        try await flush(until: deadline)
        return try await receive(expected, until: deadline)
    }

    private func sendPrepared(_ statement: Statement, expected: inout [Expectation]) throws {
        let types = statement.bindings.map(\.type)
        let key = StatementCache.Key(text: statement.text, types: types)
        let name: String
        switch statements.lookup(key) {
        case .prepared(let known):
            name = known
        case .prepare(let new, let evicted):
            name = new
            if let evicted {
                try send(Statement(SQL(unsafe: "DEALLOCATE \(evicted)"), site: nil), expected: &expected)
                expected[expected.count - 1] = .ignored
            }
            let oids = types.map { Oid($0.rawValue) }
            guard PQsendPrepare(handle, name, statement.text, Int32(oids.count), oids) == 1 else { throw lost() }
            expected.append(.prepared(key, statement.site))
        }
        let sent = withParameters(statement.bindings) { count, values, lengths, formats in
            PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
        }
        guard sent == 1 else { throw lost() }
        expected.append(.rows(statement))
    }

    private func send(_ statement: Statement, expected: inout [Expectation]) throws {
        guard PQsendQueryParams(handle, statement.text, 0, nil, nil, nil, nil, 1) == 1 else { throw lost() }
        expected.append(.rows(statement))
    }

    private func withParameters<Result>(
        _ bindings: [Binding],
        _ body: (Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        guard !bindings.isEmpty else { return body(0, nil, nil, nil) }
        let lengths = bindings.map { Int32($0.bytes?.count ?? 0) }
        let formats = [Int32](repeating: 1, count: bindings.count)
        // All values in one buffer, addressed by offset, so that one allocation serves them all.
        var buffer: [UInt8] = []
        buffer.reserveCapacity(bindings.reduce(1) { $0 + ($1.bytes?.count ?? 0) })
        var offsets: [Int?] = []
        for binding in bindings {
            offsets.append(binding.bytes == nil ? nil : buffer.count)
            if let bytes = binding.bytes { buffer.append(contentsOf: bytes) }
        }
        buffer.append(0)
        return buffer.withUnsafeBufferPointer { buffer in
            let base = UnsafeRawPointer(buffer.baseAddress)
            let values = offsets.map { offset in
                offset.flatMap { base?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
            }
            return values.withUnsafeBufferPointer { values in
                body(Int32(bindings.count), values.baseAddress, lengths, formats)
            }
        }
    }

    private func receive(
        _ expected: [Expectation], until deadline: ContinuousClock.Instant?
    ) async throws -> [ResultSet] {
        var results: [ResultSet] = []
        results.reserveCapacity(expected.count)
        var failure: DatabaseError?
        for expectation in expected {
            var answer: OpaquePointer?
            while let result = try await next(until: deadline) {
                if let earlier = answer { PQclear(earlier) }
                answer = result
            }
            guard let answer else { throw lost() }
            let status = PQresultStatus(answer)
            switch (expectation, status) {
            case (.rows(let statement), PGRES_TUPLES_OK), (.rows(let statement), PGRES_COMMAND_OK):
                results.append(ResultSet(answer, site: statement.site))
                continue
            case (_, PGRES_TUPLES_OK), (_, PGRES_COMMAND_OK):
                break
            case (.prepared(let key, let site), _):
                statements.forget(key)
                if status != PGRES_PIPELINE_ABORTED, failure == nil {
                    failure = error(of: answer, statement: key.text, site: site)
                }
            case (.rows(let statement), PGRES_FATAL_ERROR):
                if failure == nil { failure = error(of: answer, statement: statement.text, site: statement.site) }
            case (.ignored, PGRES_FATAL_ERROR):
                if failure == nil { failure = error(of: answer, statement: nil, site: nil) }
            default:
                break
            }
            PQclear(answer)
        }
        // The sync point: the implicit transaction has ended, well or badly.
        guard let sync = try await next(until: deadline) else { throw failure ?? lost() }
        let synced = PQresultStatus(sync) == PGRES_PIPELINE_SYNC
        if !synced, failure == nil { failure = error(of: sync, statement: nil, site: nil) }
        PQclear(sync)
        // A commit-time failure (a deferred constraint) arrives as an error before the sync itself.
        if !synced, let rest = try await next(until: deadline) { PQclear(rest) }
        if let failure { throw failure }
        return results
    }

    /// The next result, `nil` at the end of one statement's results.
    func next(until deadline: ContinuousClock.Instant?) async throws -> OpaquePointer? {
        while PQisBusy(handle) == 1 {
            try await waitForServer(events: EPOLLIN.rawValue, until: deadline)
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
        return PQgetResult(handle)
    }

    func flush(until deadline: ContinuousClock.Instant?) async throws {
        while true {
            let outcome = PQflush(handle)
            if outcome == 0 { return }
            guard outcome == 1 else { throw lost() }
            let ready = try await waitForServer(events: EPOLLIN.rawValue | EPOLLOUT.rawValue, until: deadline)
            if ready & EPOLLIN.rawValue != 0, PQconsumeInput(handle) != 1 { throw lost() }
        }
    }

    @discardableResult
    func waitForServer(events: UInt32, until deadline: ContinuousClock.Instant?) async throws -> UInt32 {
        let socket = PQsocket(handle)
        guard socket >= 0 else { throw lost() }
        switch await reactor.wait(for: socket, events: events, until: deadline) {
        case .ready(let events): return events
        case .late: throw DatabaseError(state: .connectionFailure, message: "the server did not answer in time")
        }
    }

    /// Beyond the server's own limit plus a grace, the connection counts as lost (a half-open network).
    func deadline() -> ContinuousClock.Instant? {
        settings.statementTimeout.map { ContinuousClock.now + $0 + settings.networkTimeout }
    }

    func lost() -> DatabaseError {
        let detail = String(cString: PQerrorMessage(handle)).split(separator: "\n").first.map(String.init)
        return DatabaseError(state: .connectionFailure, message: detail ?? "the connection was lost")
    }

    func error(of result: OpaquePointer, statement: String?, site: CallSite?) -> DatabaseError {
        func field(_ code: Character) -> String? {
            code.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
        }
        guard let state = field("C") else { return lost() }
        return DatabaseError(
            state: SQLState(rawValue: state), message: field("M") ?? "no message", constraint: field("n"),
            table: field("t"), site: site, statement: statement)
    }
}
