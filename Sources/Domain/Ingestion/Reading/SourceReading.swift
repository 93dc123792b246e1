import Catalog
package import Companies
package import Connections
import Connectors
import Foundation
import Outbound

/// Reads a connection, from where the last attempt stopped to the end: asks, keeps, reads, stages, page by page, and then has the run
/// looked at and taken over.
///
/// An attempt that ends anywhere, killed or thrown, loses nothing and repeats nothing: what was answered is on disk before it is read, and
/// a page's rows and the place of the next page are written together.
package struct SourceReading: Sendable {
    private let database: CompanyDatabase
    private let access: SourceAccess
    private let uses: CredentialUseQueries
    private let company: CompanyID
    private let who: RunOccasion
    private let limits: RunLimits
    /// Joins the transaction in which a run is taken over.
    private let afterwards: @Sendable (CompanyTransaction, RunReport) async throws -> Void

    /// - Parameters:
    ///   - who: wants it.
    ///   - afterwards: what follows from a run that was taken over, in the same transaction.
    package init(
        database: CompanyDatabase, access: SourceAccess, uses: CredentialUseQueries, company: CompanyID,
        for who: RunOccasion, limits: RunLimits = RunLimits(),
        afterwards: @escaping @Sendable (CompanyTransaction, RunReport) async throws -> Void = { _, _ in }
    ) {
        self.database = database
        self.access = access
        self.uses = uses
        self.company = company
        self.who = who
        self.limits = limits
        self.afterwards = afterwards
    }

    /// - Parameters:
    ///   - isLastAttempt: what another attempt might mend is final.
    ///   - progress: told the records so far after every page.
    /// - Returns: what became of the run.
    /// - Throws: `RunTrouble` whose course is not `end`: the run stands, and another attempt goes on with it. `RunTaken` when another
    ///   process reads it. `CancellationError`.
    package func run(
        _ connection: ConnectionID, isLastAttempt: Bool = false,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws -> RunReport {
        let opening = try await open(connection)
        do {
            let isEnd = try await read(opening, progress: progress)
            let trouble = isEnd ? nil : RunTrouble(.limited, .end, "as much was read as was wanted")
            return try await end(opening, isComplete: isEnd && limits.isEverything, trouble: trouble)
        } catch let error where !(error is RunTaken) && !(error is CancellationError) {
            let trouble = RunTrouble(error) ?? RunTrouble(.ours, .again, "a fault of ours: \(error)")
            guard trouble.course == .end || isLastAttempt else { throw trouble }
            return try await end(opening, isComplete: false, trouble: trouble)
        }
    }

    // MARK: - Beginning

    /// A run that is being read.
    private struct Opening: Sendable {
        let run: StandingRunRow
        let source: SourceID
        let connection: ConnectionRow
        let connector: Connector
    }

    private func open(_ id: ConnectionID) async throws -> Opening {
        let moment = access.now()
        return try await database.transaction(in: company) { transaction in
            guard let row = try await ConnectionQueries.find(id, in: transaction) else {
                throw RunTrouble(.stopped, .end, "there is no such connection")
            }
            guard let connector = try access.connector(row.source, settings: row.settings) else {
                throw RunTrouble(.stopped, .end, "there is no connector for \(row.source) with these settings")
            }
            let queries = SourceRunQueries(transaction: transaction)
            let source = try await SourceQueries.findOrCreate(
                slug: row.source, title: connector.profile.name, id: UUID(), at: moment, in: transaction)
            if let standing = try await queries.running(id) {
                if moment.timeIntervalSince(standing.updatedAt) < SourceRunQueries.patience {
                    try await queries.countAttempt(standing.id, at: moment)
                    return Opening(run: standing, source: source, connection: row, connector: connector)
                }
                let ending = RunEnding(
                    run: standing.id, source: source, connector: connector, connection: id, transaction: transaction)
                _ = try await ending.end(
                    isComplete: false, trouble: RunTrouble(.abandoned, .end, "nobody went on with it for a day"),
                    at: moment)
            }
            try await queries.checkMayRead(id, asked: who.person != nil)
            let new = NewSourceRun(
                id: UUID(), source: source, connection: id, book: RunBook.name(of: connector), name: row.name,
                person: who.person?.rawValue, job: who.job)
            try await queries.begin(new, at: moment)
            try await queries.countAttempt(new.id, at: moment)
            guard let standing = try await queries.running(id) else { throw RunTaken() }
            return Opening(run: standing, source: source, connection: row, connector: connector)
        }
    }

    // MARK: - Reading

    /// Reads page by page.
    /// - Returns: whether the end of the source was reached; false when as much was read as was wanted.
    private func read(_ opening: Opening, progress: @Sendable (Int) -> Void) async throws -> Bool {
        let (run, connector) = (opening.run, opening.connector)
        let waiting = try await database.transaction(in: company) { transaction in
            try await SourceRunQueries(transaction: transaction).checkMayRead(
                opening.connection.id, asked: who.person != nil)
            return try await RawRecordQueries(run: run.id, transaction: transaction).unread(page: run.pages + 1)
        }
        let tape = RunTape(
            database: database, company: company, standing: run, waiting: waiting,
            signedOut: connector.profile.policy.signedOut, now: access.now)
        let jar = CookieJar()
        let plain = access.door(connector, jar: jar)
        let session = try session(opening, jar: jar)
        if let session {
            try await session.resume()
            if jar.isEmpty {
                try await session.begin(through: plain)
                tape.signedIn()
            }
        }
        let door = plain.recording(tape)
        let day = Self.day(of: run.startedAt)
        var (pages, records, cursor) = (run.pages, run.records, run.cursor)
        var signIns = 0
        while true {
            try Task.checkCancellation()
            let page: ReadPage
            do {
                page = try await Self.page(connector, limits.category, cursor, door, tape, day)
            } catch let problem as SourceProblem {
                // What was answered is no page of this source; it is kept, and not read again.
                try await tape.layAside()
                guard problem == .signedOut, let session, signIns < ConnectionSession.mostSignIns else { throw problem }
                signIns += 1
                try await session.begin(through: plain)
                tape.signedIn()
                continue
            }
            let (costs, moment, finished) = (tape.pageCosts, access.now(), pages)
            try await database.transaction(in: company) { transaction in
                let queries = SourceRunQueries(transaction: transaction)
                try await queries.keep(page, of: run.id, pages: finished, costs: costs, at: moment)
            }
            tape.turn()
            pages += 1
            records += page.count
            cursor = page.cursor
            progress(records)
            if page.isLast { return true }
            if let most = limits.records, records >= most { return false }
            try await database.transaction(in: company) { transaction in
                try await SourceRunQueries(transaction: transaction).checkMayRead(
                    opening.connection.id, asked: who.person != nil)
            }
        }
    }

    private static func page(
        _ connector: Connector, _ category: String?, _ cursor: SourceCursor?, _ door: SourceDoor, _ tape: RunTape,
        _ day: CalendarDay
    ) async throws -> ReadPage {
        switch connector.content {
        case .products(let source):
            let page = try await source.products(in: category, at: cursor, through: door)
            let mapping = SourceProductMapping(
                shop: connector.scope.isEmpty ? nil : connector.scope, day: day, kind: connector.profile.kind)
            return ReadPage(page, record: tape.lastRecord, mapping: mapping)
        case .articles(let source):
            let page = try await source.articles(at: cursor, through: door)
            return ReadPage(page, record: tape.lastRecord)
        }
    }

    private func session(_ opening: Opening, jar: CookieJar) throws(RunTrouble) -> ConnectionSession? {
        guard let login = opening.connector.login else { return nil }
        guard let occasion = who.using(in: opening.run.id) else {
            throw RunTrouble(.noLogin, .end, "nobody answers for the use of the login")
        }
        return ConnectionSession(
            connection: opening.connection.id, company: company, database: database, login: login, uses: uses, jar: jar,
            occasion: occasion, now: access.now)
    }

    /// The day of a moment, in UTC.
    static func day(of moment: Date) -> CalendarDay {
        CalendarDay(
            daysSince2000: Int32(clamping: Int(((moment.timeIntervalSince1970 - 946_684_800) / 86_400).rounded(.down))))
    }

    // MARK: - Ending

    private func end(_ opening: Opening, isComplete: Bool, trouble: RunTrouble?) async throws -> RunReport {
        let moment = access.now()
        return try await database.transaction(in: company) { transaction in
            let ending = RunEnding(
                run: opening.run.id, source: opening.source, connector: opening.connector,
                connection: opening.connection.id, transaction: transaction)
            let report = try await ending.end(isComplete: isComplete, trouble: trouble, at: moment)
            if report.state == .applied || report.state == .partial { try await afterwards(transaction, report) }
            return report
        }
    }
}
