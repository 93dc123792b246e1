import Catalog
package import Companies
package import Connections
import Connectors
package import Foundation
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
    private let since: Date?
    private let limits: RunLimits
    private let ending: Ending

    /// - Parameters:
    ///   - who: wants it.
    ///   - since: how far back the first run of a medium goes.
    ///   - ending: how the transaction is made in which the run ends; nil for one of its own.
    package init(
        database: CompanyDatabase, access: SourceAccess, uses: CredentialUseQueries, company: CompanyID,
        for who: RunOccasion, since: Date? = nil, limits: RunLimits = RunLimits(),
        ending: Ending? = nil
    ) {
        self.database = database
        self.access = access
        self.uses = uses
        self.company = company
        self.who = who
        self.since = since
        self.limits = limits
        self.ending = ending ?? { body in try await database.transaction(in: company, body) }
    }

    /// Runs the end of a run in a transaction, and with it what follows from it.
    package typealias Ending =
        @Sendable (_ end: @escaping @Sendable (CompanyTransaction) async throws -> RunReport) async throws -> RunReport

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
        let isComplete: Bool
        var trouble: RunTrouble?
        do {
            let isEnd = try await read(opening, progress: progress)
            isComplete = isEnd && opening.run.limits.isEverything
            if !isEnd { trouble = RunTrouble(.limited, .end, "as much was read as was wanted") }
        } catch let error where !(error is RunTaken) && !(error is CancellationError) {
            let found = RunTrouble(error) ?? RunTrouble(.ours, .again, "a fault of ours: \(error)")
            guard found.isEnd(isLastAttempt: isLastAttempt) else { throw found }
            (isComplete, trouble) = (false, found)
        }
        return try await end(opening, isComplete: isComplete, trouble: trouble)
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
        try await endStale(id, at: moment)
        return try await database.transaction(in: company) { transaction in
            let (row, source, connector) = try await parts(of: id, since: since, at: moment, in: transaction)
            let queries = SourceRunQueries(transaction: transaction)
            if let standing = try await queries.running(id) {
                // It is about what it began with, whoever goes on with it.
                guard limits == RunLimits() || limits == standing.limits else {
                    throw RunTrouble(.stopped, .end, "a run of another part of it is under way")
                }
                try await queries.countAttempt(standing.id)
                let same =
                    try access.connector(row.source, settings: row.settings, since: standing.since) ?? connector
                return Opening(run: standing, source: source, connection: row, connector: same)
            }
            try await queries.checkMayRead(id, asked: who.isAsked)
            let new = NewSourceRun(
                id: UUID(), source: source, connection: id, book: RunBook.name(of: connector), name: row.name,
                person: who.person?.rawValue, job: who.job, limits: limits, since: since)
            try await queries.begin(new, at: moment)
            try await queries.countAttempt(new.id)
            guard let standing = try await queries.running(id) else { throw RunTaken() }
            return Opening(run: standing, source: source, connection: row, connector: connector)
        }
    }

    private func parts(
        of id: ConnectionID, since: Date?, at moment: Date, in transaction: CompanyTransaction
    ) async throws -> (ConnectionRow, SourceID, Connector) {
        guard let row = try await ConnectionQueries.find(id, in: transaction) else {
            throw RunTrouble(.stopped, .end, "there is no such connection")
        }
        guard let connector = try access.connector(row.source, settings: row.settings, since: since) else {
            throw RunTrouble(.stopped, .end, "there is no connector for \(row.source) with these settings")
        }
        let source = try await SourceQueries.findOrCreate(
            slug: row.source, title: connector.profile.name, id: UUID(), at: moment, in: transaction)
        return (row, source, connector)
    }

    /// Ends a run nobody went on with for a day, with what it has; also where nothing may be read any more.
    private func endStale(_ id: ConnectionID, at moment: Date) async throws {
        let stale = try await database.transaction(in: company) { transaction -> Opening? in
            let (row, source, connector) = try await parts(of: id, since: nil, at: moment, in: transaction)
            guard let standing = try await SourceRunQueries(transaction: transaction).running(id),
                moment.timeIntervalSince(standing.updatedAt) >= SourceRunQueries.patience
            else { return nil }
            return Opening(run: standing, source: source, connection: row, connector: connector)
        }
        guard let stale else { return }
        let trouble = RunTrouble(.abandoned, .end, "nobody went on with it for a day")
        // Not the end of the job: that is for the run which begins now.
        _ = try await database.transaction(in: company) { transaction in
            try await RunEnding(
                run: stale.run.id, source: stale.source, connector: stale.connector, connection: id,
                transaction: transaction
            ).end(isComplete: false, trouble: trouble, at: moment)
        }
    }

    // MARK: - Reading

    /// Reads page by page.
    /// - Returns: whether the end of the source was reached; false when as much was read as was wanted.
    private func read(_ opening: Opening, progress: @Sendable (Int) -> Void) async throws -> Bool {
        let (run, connector) = (opening.run, opening.connector)
        // An attempt that got this far and no further.
        if run.isRead { return true }
        let waiting = try await database.transaction(in: company) { transaction in
            try await SourceRunQueries(transaction: transaction).checkMayRead(
                opening.connection.id, asked: who.isAsked)
            return try await RawRecordQueries(run: run.id, transaction: transaction).unread(page: run.pages + 1)
        }
        let tape = RunTape(
            database: database, company: company, standing: run, waiting: waiting,
            signedOut: connector.profile.policy.signedOut, now: access.now)
        let jar = CookieJar()
        var plain = access.door(connector, jar: jar)
        let session = session(opening, jar: jar)
        if let session {
            plain = plain.using(try await session.resume())
            if jar.isEmpty {
                plain = plain.using(try await session.begin(through: plain, in: run.id))
                tape.signedIn()
            }
        }
        var door = plain.recording(tape)
        let day = CalendarDay(utc: run.startedAt)
        let limits = run.limits
        var (pages, records, cursor) = (run.pages, run.records, run.cursor)
        while true {
            try Task.checkCancellation()
            let page: ReadPage
            do {
                page = try await Self.page(connector, limits.category, cursor, door, { tape.lastRecord }, day)
            } catch let problem as SourceProblem {
                // What was answered is no page of this source; it is kept, and not read again.
                try await tape.layAside()
                guard problem == .signedOut, let session else { throw problem }
                plain = plain.using(try await session.begin(through: plain, in: run.id))
                door = plain.recording(tape)
                tape.signedIn()
                continue
            }
            let (costs, moment, finished) = (tape.pageCosts, access.now(), pages)
            // Whether it may go on is asked with the page: a switch holds from the next one.
            let hindrance = try await database.transaction(in: company) { transaction in
                let queries = SourceRunQueries(transaction: transaction)
                try await queries.keep(page, of: run.id, pages: finished, costs: costs, at: moment)
                return try await queries.hindrance(to: opening.connection.id, asked: who.isAsked)
            }
            tape.turn()
            pages += 1
            records += page.count
            cursor = page.cursor
            progress(records)
            if page.isLast { return true }
            if let most = limits.records, records >= most { return false }
            if let hindrance { throw hindrance }
        }
    }

    /// - Parameter record: which one was answered with last.
    static func page(
        _ connector: Connector, _ category: String?, _ cursor: SourceCursor?, _ door: SourceDoor,
        _ record: () -> Int, _ day: CalendarDay
    ) async throws -> ReadPage {
        switch connector.content {
        case .products(let source):
            let page = try await source.products(in: category, at: cursor, through: door)
            let mapping = SourceProductMapping(
                shop: connector.scope.isEmpty ? nil : connector.scope, day: day, kind: connector.profile.kind)
            return ReadPage(page, record: record(), mapping: mapping)
        case .articles(let source):
            let page = try await source.articles(at: cursor, through: door)
            return ReadPage(page, record: record(), as: RecordRows.articles)
        case .posts(let source):
            let page = try await source.posts(at: cursor, through: door)
            return ReadPage(page, record: record(), as: RecordRows.posts)
        case .series(let source):
            let page = try await source.points(at: cursor, through: door)
            return ReadPage(page, record: record(), as: RecordRows.series)
        }
    }

    private func session(_ opening: Opening, jar: CookieJar) -> ConnectionSession? {
        guard let login = opening.connector.login else { return nil }
        let (who, run) = (who, opening.run.id)
        return ConnectionSession(
            connection: opening.connection.id, company: company, database: database, login: login, uses: uses, jar: jar,
            occasion: { who.use($0, run: run) }, now: access.now)
    }

    // MARK: - Ending

    private func end(_ opening: Opening, isComplete: Bool, trouble: RunTrouble?) async throws -> RunReport {
        let moment = access.now()
        return try await ending { transaction in
            try await RunEnding(
                run: opening.run.id, source: opening.source, connector: opening.connector,
                connection: opening.connection.id, transaction: transaction
            ).end(isComplete: isComplete, trouble: trouble, at: moment)
        }
    }
}
