import Companies
import Connections
import Foundation
import Jobs
import Logging
import Outbound
import Postgres
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Alerts

/// Two companies with an admin each, a folder of keys, and a clock that is set by hand.
final class AlertFixture: Sendable {
    let companies: TwoCompanies
    let person: IdentityID
    let vault: SecretVault
    private let keys: TestKeys
    private let clock: Mutex<Date>

    private init(_ companies: TwoCompanies, _ person: IdentityID) throws {
        self.companies = companies
        self.person = person
        keys = try TestKeys()
        vault = try keys.vault()
        clock = Mutex(companies.now)
    }

    static func with(_ body: (AlertFixture) async throws -> Void) async throws {
        try await TwoCompanies.with(connections: 8) { companies in
            let person = IdentityID(rawValue: UUID())
            for company in [companies.harbor, companies.kestrel] {
                try await CompanyRegistry(database: companies.database).addMember(
                    to: company.id, email: "ada@example.com", displayName: "Ada", role: .admin, passwordHash: "none",
                    identity: person, at: companies.now)
            }
            try await body(try AlertFixture(companies, person))
        }
    }

    var database: CompanyDatabase { companies.database }
    var harbor: CompanyID { companies.harbor.id }
    var kestrel: CompanyID { companies.kestrel.id }
    var now: Date { clock.withLock { $0 } }

    func wait(_ seconds: Double) { clock.withLock { $0 += seconds } }

    /// One look, with the figures a test says.
    @discardableResult
    func look(
        _ readings: [MetricReading], of metrics: Set<MonitoredMetric>? = nil, at company: CompanyID? = nil
    ) async throws -> (changes: Int, messages: Int) {
        var survey = MetricSurvey()
        for metric in metrics ?? Set(readings.map(\.metric)) {
            survey.add(metric, readings.filter { $0.metric == metric })
        }
        let (told, moment) = (survey, now)
        return try await database.transaction(in: company ?? harbor) { transaction in
            try await AlertWatch(transaction: transaction, now: moment).settle(told)
        }
    }

    func alerts(of company: CompanyID? = nil) async throws -> [AlertRow] {
        let company = company ?? harbor
        return try await database.read(in: company, AlertDeskQueries.living(of: company, limit: 1_000))
    }

    func resolved(of company: CompanyID? = nil) async throws -> [AlertRow] {
        let company = company ?? harbor
        return try await database.read(in: company, AlertDeskQueries.resolved(of: company, limit: 1_000))
    }

    func told(in company: CompanyID? = nil) async throws -> [DeliveryRow] {
        let company = company ?? harbor
        return try await database.read(in: company, DeliveryRow.newest(of: company, limit: 1_000))
    }

    /// Whatever is under way has arrived.
    func arrive() async throws {
        _ = try await database.transaction(in: harbor) {
            try await $0.execute(
                "UPDATE alert_deliveries SET state = 'delivered', delivered_at = now() WHERE state = 'queued'")
        }
    }

    func channels(of company: CompanyID? = nil) async throws -> [ChannelRow] {
        let company = company ?? harbor
        return try await database.read(in: company, ChannelRow.all(of: company))
    }

    @discardableResult
    func add(_ new: NewChannel, to company: CompanyID? = nil) async throws -> (id: ChannelID, signingKey: WebhookKey?) {
        let moment = now
        return try await database.transaction(in: company ?? harbor) { transaction in
            try await ChannelQueries(transaction: transaction, vault: vault)
                .add(new, by: person, as: .person(person), at: moment)
        }
    }

    /// A webhook at a fake site.
    @discardableResult
    func webhook(
        at site: FakeSite, name: String = "Hook", least: AlertSeverity = .notice, path: String = "/hook/CANARY-PATH",
        to company: CompanyID? = nil
    ) async throws -> (id: ChannelID, signingKey: WebhookKey?) {
        try await add(
            NewChannel(
                kind: .webhook, name: name, least: least,
                secret: SecretBytes(copying: "http://127.0.0.1:\(site.port)\(path)"), reach: Self.reach(site)),
            to: company)
    }

    static func reach(_ sites: FakeSite...) -> Reach {
        Reach(named: Set(sites.compactMap { NetworkAddress("127.0.0.1", port: $0.port) }))
    }

    /// Works until a company's jobs wait for nothing but later.
    func work(_ sites: FakeSite..., pagerDuty: WebAddress? = nil, in company: CompanyID? = nil) async throws {
        var registry = JobRegistry()
        let named = Set(sites.compactMap { NetworkAddress("127.0.0.1", port: $0.port) })
        let access = AlertAccess(
            client: WebClient(userAgent: "Tidemark/test", reach: Reach(named: named)), pagerDuty: pagerDuty,
            now: { self.now }, random: { 0 }
        ) { alert, company in
            "https://tidemark.example\(company == .house ? "/staff" : "")/alerts" + (alert.map { "/\($0)" } ?? "")
        }
        DeliverAlerts.register(in: &registry, access: access, vault: vault)
        WatchFigures.register(in: &registry, platform: PlatformSurvey(), now: { self.now })
        let worker = JobWorker(
            name: "test", settings: WorkerSettings(queues: [.standard, DeliverAlerts.queue], slots: 2),
            registry: registry,
            database: database, grace: .seconds(5), random: { 0 },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let running = Task { try await worker.run() }
        let deadline = ContinuousClock.now + .seconds(600)
        while try await count("ready_jobs", "kind <> 'mail.send'", in: company) + count("job_leases", in: company) > 0 {
            guard ContinuousClock.now < deadline else {
                Issue.record("messages are still under way")
                break
            }
            await Task.yield()
        }
        await worker.stop()
        try await running.value
    }

    /// Lets what waits for a retry start now.
    func hurry() async throws {
        _ = try await database.asWorker(
            Query<Ignored>(
                """
                WITH due AS (DELETE FROM waiting_jobs RETURNING company_id, job_id, attempts)
                INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts)
                SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp(), due.attempts
                FROM due JOIN jobs j USING (company_id, job_id)
                """))
    }

    func count(_ table: String, _ condition: String = "true", in company: CompanyID? = nil) async throws -> Int {
        let rows = try await database.read(
            in: company ?? harbor,
            Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table) WHERE \(condition)")))
        return rows.first?.value ?? -1
    }

    /// A reading of a connection that failed so often.
    static func failures(
        _ count: Double?, _ subject: String = "0190c0de-0000-4000-8000-000000000001", name: String = "LibDib",
        detail: String? = nil
    ) -> MetricReading {
        MetricReading(.failures, subject: subject, name: name, value: count, detail: detail)
    }
}
