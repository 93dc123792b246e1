import Companies
import Foundation
import Jobs
import Logging
import Pages
import Postgres
import Routes

/// What the console's pages and its API read, each part on its own.
struct JobsReading: Sendable {
    /// A part that has not answered by then is shown as failed: its statement's own limit, and a little for a connection.
    private static let deadline = Duration.milliseconds(2_500)

    let database: CompanyDatabase
    let jobs: JobRegistry
    let logger: Logger

    func console<Context: ConsoleContext>(_ context: Context) -> JobConsole {
        let member = context.member
        return JobConsole(
            database: database, side: Context.area == .company ? .company(member.company) : .platform,
            person: member.session.identity)
    }

    /// The console of whoever asks the API, for reading.
    func console(for principal: Principal) -> JobConsole {
        var person: IdentityID?
        if case .member(let member) = principal { person = member.session.identity }
        return JobConsole(database: database, side: .company(principal.company), person: person)
    }

    /// Reads one part of a page; a failure stays in it and goes to the log.
    func panel<Content: Sendable>(
        _ name: String, _ read: @escaping @Sendable () async throws -> Content
    ) async -> JobsPanel<Content> {
        do {
            return .read(try await Self.inTime(read))
        } catch {
            logger.warning(
                "a part of the job console could not be read", metadata: ["part": "\(name)", "cause": "\(error)"])
            return .failed
        }
    }

    private static func inTime<Content: Sendable>(
        _ read: @escaping @Sendable () async throws -> Content
    ) async throws -> Content {
        try await withThrowingTaskGroup(of: Content.self) { group in
            group.addTask { try await read() }
            group.addTask {
                try await Task.sleep(for: deadline)
                throw ConsoleTimeout()
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    /// One page of the list.
    /// - Parameter scope: nil for a company that does not exist, which has no jobs.
    func page(_ query: JobsQuery, _ scope: JobScope?, _ console: JobConsole) async throws -> JobListPage {
        guard let scope, let filter = JobFilter(query) else { return .empty }
        let entries = try await console.read(
            JobListQueries.page(
                filter, of: scope, after: query.cursor.flatMap(RowCursor.init(text:)), limit: query.pageSize))
        return JobListPage(entries, limit: query.pageSize)
    }

    /// The scope of a query: the side's own, or one company of the platform; nil for one that does not exist.
    func scope(of query: JobsQuery, _ console: JobConsole) async throws -> JobScope? {
        guard console.side == .platform, let slug = query.company else { return console.scope }
        return try await company(slug, console).map { .company($0) }
    }

    /// The company of a slug, as operators name it.
    func company(_ slug: String, _ console: JobConsole) async throws -> CompanyID? {
        try await console.read(
            Query<Single<CompanyID>>("SELECT company_id FROM companies WHERE slug = \(slug)")
        ).first?.value
    }

    /// What to call people, for admins of a company; nobody by name when that cannot be read.
    func names(_ persons: [IdentityID?], in company: CompanyID) async -> [IdentityID: String] {
        let known = Array(Set(persons.compactMap(\.self)))
        guard !known.isEmpty else { return [:] }
        let database = database
        let panel = await panel("names") { try await StaffRegister(database: database).names(known, in: company) }
        return panel.content ?? [:]
    }
}

/// A part of the console took longer than it may.
struct ConsoleTimeout: Error {}
