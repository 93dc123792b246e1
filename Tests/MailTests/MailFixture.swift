import Companies
import Foundation
import Jobs
import Logging
import Outbound
import Postgres
import Synchronization
import TestSupport
import Testing

@testable import Mail

/// Two companies, a mail server, and a worker that sends.
struct MailFixture {
    let companies: TwoCompanies
    let server: MailServer

    /// Writes mails whose text counts the attempts; keeps what it was asked.
    final class Composer: MailComposer {
        private let asked = Mutex<[UUID?]>([])
        private let answer: @Sendable (QueuedMail) throws -> MailDraft?

        init(_ answer: @escaping @Sendable (QueuedMail) throws -> MailDraft?) { self.answer = answer }

        var count: Int { asked.withLock(\.count) }

        func draft(of mail: QueuedMail, for company: CompanyID) async throws -> MailDraft? {
            asked.withLock { $0.append(mail.subject) }
            return try answer(mail)
        }
    }

    static func with(
        _ script: MailServerScript = MailServerScript(), _ body: (MailFixture) async throws -> Void
    ) async throws {
        try await TwoCompanies.with(connections: 8) { companies in
            try await MailServer.with(script) { try await body(MailFixture(companies: companies, server: $0)) }
        }
    }

    func post(_ kind: MailKind = .invitation, to recipient: String = "Ada@Example.net", in company: CompanyID? = nil)
        async throws -> MailID
    {
        let address = try #require(MailAddress(recipient))
        return try await companies.database.transaction(in: company ?? companies.harbor.id) {
            try await $0.post(kind, to: address)
        }
    }

    func transport() throws -> MailTransport {
        let server = try SMTPServer(
            url: "smtp://127.0.0.1:\(server.port)", allowsClear: true, ownName: "client.example.org")
        return .server(SMTPSender(server: server))
    }

    /// Works until the jobs of a company wait for nothing but later.
    func work(
        _ composer: Composer, transport: MailTransport? = nil, in company: CompanyID? = nil
    ) async throws {
        let delivery = MailDelivery(
            transport: try transport ?? self.transport(),
            from: Mailbox(name: "Tidemark", address: try #require(MailAddress("tide@example.org"))), composer: composer,
            now: { companies.now }, random: { 0 })
        var registry = JobRegistry()
        delivery.register(in: &registry)
        let worker = JobWorker(
            name: "test", settings: WorkerSettings(), registry: registry, database: companies.database,
            grace: .seconds(5), random: { 0 }, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await worker.run() }
        let deadline = ContinuousClock.now + .seconds(600)
        while try await count("ready_jobs", in: company) + count("job_leases", in: company) > 0 {
            guard ContinuousClock.now < deadline else {
                Issue.record("the mail is still under way")
                break
            }
            await Task.yield()
        }
        await worker.stop()
        try await running.value
    }

    /// Lets what waits for a retry start now.
    func hurry() async throws {
        _ = try await companies.database.asWorker(
            Query<Ignored>(
                """
                WITH due AS (DELETE FROM waiting_jobs RETURNING company_id, job_id)
                INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
                SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp() FROM due JOIN jobs j USING (company_id, job_id)
                """))
    }

    func count(_ table: String, _ condition: String = "true", in company: CompanyID? = nil) async throws -> Int {
        let rows = try await companies.database.read(
            in: company ?? companies.harbor.id,
            Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table) WHERE \(condition)")))
        return rows.first?.value ?? -1
    }
}
