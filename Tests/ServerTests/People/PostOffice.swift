import Companies
import Foundation
import Jobs
import Logging
import Mail
import Outbound
import Postgres
import Routes
import Server
import TestSupport
import Testing

/// What sends the mails of a test: a worker with the product's own writer, and a mail server that keeps them.
struct PostOffice {
    let fixture: WebFixture
    let server: MailServer
    static let site = "https://tide.example.com"

    /// Runs a test with a web server, a mail server and nothing that sends until it is told to.
    static func with(
        logger: Logger? = nil, _ body: @escaping @Sendable (WebFixture, PostOffice) async throws -> Void
    ) async throws {
        try await MailServer.with { server in
            @Sendable func run(_ fixture: WebFixture) async throws {
                try await body(fixture, PostOffice(fixture: fixture, server: server))
            }
            if let logger {
                try await WebFixture.with(logger: logger, requestLogLevel: .info) { try await run($0) }
            } else {
                try await WebFixture.with { try await run($0) }
            }
        }
    }

    /// Sends everything that is queued.
    /// - Returns: the mails that came of it.
    @discardableResult
    func deliver() async throws -> [ReadMessage] {
        let before = server.letters.count
        let database = fixture.companies.database
        let delivery = MailDelivery(
            transport: .server(
                SMTPSender(
                    server: try SMTPServer(
                        url: "smtp://127.0.0.1:\(server.port)", allowsClear: true, ownName: "tide.example.com"))),
            from: try #require(Mailbox("Tidemark <tide@example.com>")),
            composer: MailWriter(
                database: database, site: try #require(SiteAddress(Self.site, allowsClear: false))),
            random: { 0 })
        var registry = JobRegistry()
        delivery.register(in: &registry)
        let worker = JobWorker(
            name: "post office", settings: WorkerSettings(), registry: registry, database: database,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await worker.run() }
        let deadline = ContinuousClock.now + .seconds(600)
        while try await waiting() > 0 {
            guard ContinuousClock.now < deadline else {
                Issue.record("the mail is still under way")
                break
            }
            await Task.yield()
        }
        await worker.stop()
        try await running.value
        return server.letters.dropFirst(before).compactMap { ReadMessage($0.text) }
    }

    private func waiting() async throws -> Int {
        let rows = try await fixture.companies.database.asWorker(
            Query<Single<Int>>(
                """
                SELECT (SELECT count(*) FROM ready_jobs WHERE kind = 'mail.send')
                    + (SELECT count(*) FROM job_leases l JOIN jobs j USING (company_id, job_id) WHERE j.kind = 'mail.send')
                """))
        return rows.first?.value ?? 0
    }

    /// The path of the one link in a mail.
    static func link(in mail: ReadMessage?) throws -> String {
        let line = try #require(mail?.text.split(separator: "\n").first { $0.hasPrefix("https://") })
        try #require(line.hasPrefix(site + "/"))
        return String(line.dropFirst(site.count))
    }
}

extension WebFixture {
    func run(_ sql: String) async throws { try await companies.test.owner().runScript(sql) }

    /// Writes a company's rows, in its scope.
    func run(in company: Company, _ sql: String) async throws {
        _ = try await companies.database.transaction(in: company.id) { try await $0.execute(SQL(unsafe: sql)) }
    }

    /// The id of a person who joined under this name, as it stands in forms.
    func idText(_ name: String) async throws -> String { try await identity(name).uuidString.lowercased() }

    /// A number from a table that is nobody's.
    func number(_ sql: String) async throws -> Int {
        try await companies.test.owner().fetch(Query<Single<Int>>(SQL(unsafe: sql))).first?.value ?? -1
    }
}
