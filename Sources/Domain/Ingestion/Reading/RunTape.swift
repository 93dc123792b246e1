import Companies
import Compression
import Connectors
import Foundation
import Outbound
import Synchronization
import Vault

/// The tape of a run: each answer is on disk before a connector reads it, and what an attempt before this one got for the page it did
/// not finish is read from there.
///
/// A connector asks one thing after the other, so the tape is moved by one task at a time.
final class RunTape: VisitTape {
    private struct State {
        /// The page that is read, from 1.
        var page: Int
        var nextRecord: Int
        /// What was answered for this page already.
        var waiting: ArraySlice<RawRecordRow>
        var costs = RunCosts()
        var lastRecord = 0
    }

    private let database: CompanyDatabase
    private let company: CompanyID
    private let run: UUID
    private let signedOut: Set<Int>
    private let now: @Sendable () -> Date
    private let state: Mutex<State>

    /// - Parameters:
    ///   - standing: the run, whose next page is read.
    ///   - waiting: what was answered for that page already.
    ///   - signedOut: of the source's policy.
    init(
        database: CompanyDatabase, company: CompanyID, standing: StandingRunRow, waiting: [RawRecordRow],
        signedOut: Set<Int>,
        now: @escaping @Sendable () -> Date
    ) {
        self.database = database
        self.company = company
        run = standing.id
        self.signedOut = signedOut
        self.now = now
        state = Mutex(State(page: standing.pages + 1, nextRecord: standing.nextRecord, waiting: waiting[...]))
    }

    /// The record that was answered with last.
    var lastRecord: Int { state.withLock(\.lastRecord) }

    /// What the page cost until now.
    var pageCosts: RunCosts { state.withLock(\.costs) }

    func recorded(_ request: WebRequest) async throws -> Visit? {
        guard let next = state.withLock({ $0.waiting.popFirst() }) else { return nil }
        let method = if case .post = request.kind { "POST" } else { "GET" }
        guard next.url == request.address.description, next.method == method,
            let visit = try? next.visit(signedOut: signedOut)
        else {
            // Another version asks otherwise: from here on everything is asked for anew.
            try await layAside(from: next.record)
            return nil
        }
        state.withLock { state in
            state.lastRecord = next.record
            // It was counted by nobody: the attempt that asked did not finish the page.
            state.costs.add(visit)
        }
        return visit
    }

    func keep(_ visit: Visit, of request: WebRequest) async throws {
        let hash = sha256(visit.answer.body)
        guard let packed = Gzip.compress(visit.answer.body, level: 3) else {
            throw RunTrouble(.ours, .again, "there is no memory to pack an answer")
        }
        let (record, page) = state.withLock { state in
            defer { state.nextRecord += 1 }
            return (state.nextRecord, state.page)
        }
        let (run, moment) = (run, now())
        try await database.transaction(in: company) { transaction in
            try await RawRecordQueries(run: run, transaction: transaction).keep(
                visit, of: request, record: record, page: page, body: packed, hash: hash, at: moment)
        }
        state.withLock { state in
            state.lastRecord = record
            state.costs.add(visit)
        }
    }

    /// Lays aside what was answered for this page, so that it is asked for again.
    /// - Parameter record: the first that is laid aside.
    func layAside(from record: Int = 0) async throws {
        let page = state.withLock { state in
            state.waiting = []
            return state.page
        }
        let run = run
        try await database.transaction(in: company) { transaction in
            try await RawRecordQueries(run: run, transaction: transaction).layAside(page: page, from: record)
        }
    }

    func signedIn() { state.withLock { $0.costs.signIns += 1 } }

    /// The page is finished.
    func turn() {
        state.withLock { state in
            state.page += 1
            state.costs = RunCosts()
        }
    }
}
