import Catalog
import Companies
import Connections
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ingestion
import Jobs
import Logging
import Mail
import Matching
import NIOCore
import Postgres
import Scoring
import Server
import Telemetry
import TestSupport
import Testing
import Vault

/// A running server over two companies with a member each, and a product in each that names its company.
struct WebFixture: Sendable {
    let companies: TwoCompanies
    let client: any TestClientProtocol
    let server: WebServer
    let keys: TestKeys
    /// The server's clock.
    let clock: TestClock
    /// Tests ask faster than people do.
    static let unhurried = RequestLimits(person: 1_000_000)
    /// Where mails of the outbox are.
    let outbox: OutboxFolder
    static let password = "correct horse battery"
    static let hashing = HashingPool(workers: 2, queueLimit: 64)

    static func with(
        isProduction: Bool = false, jobs: JobRegistry = JobRegistry(),
        probes: [SourceCode: any ConnectionProbe] = [:], sources: SourceAccess? = nil,
        metricsToken: Redacted<String>? = nil, logger: Logger = quiet,
        requestLogLevel: Logger.Level = .debug, slowQueries: Duration? = nil,
        limits: RequestLimits = unhurried, trustedProxies: Int = 0, hasOutbox: Bool = true, allowsSignUp: Bool = true,
        _ body: @escaping @Sendable (WebFixture) async throws -> Void
    ) async throws {
        try await TwoCompanies.with { companies in
            for (company, name) in [(companies.harbor, "ada"), (companies.kestrel, "bob")] {
                try await seed(company, person: name, companies)
            }
            let metrics = MetricsRegistry()
            let keys = try TestKeys()
            let clock = TestClock(companies.now)
            let outbox = OutboxFolder(
                path: FileManager.default.temporaryDirectory.appending(path: "tidemark-outbox-\(UUID())").path)
            defer { try? FileManager.default.removeItem(atPath: outbox.path) }
            // The server's own pools, so that they are counted apart from what the test itself does.
            let database = CompanyDatabase(
                companies.test.addresses, connections: 4, statementTimeout: .seconds(60), lockTimeout: .seconds(60),
                waitLimit: .seconds(600), applicationName: "tidemark-test", logger: logger, metrics: metrics,
                slowQueries: slowQueries)
            let server = try WebServer(
                settings: ServerSettings(
                    host: "127.0.0.1", port: 0, isProduction: isProduction, root: TestCluster.root, version: "test",
                    // A busy machine lets a test say nothing for longer than a browser would.
                    idleSeconds: 3_600,
                    metricsToken: metricsToken, trustedProxies: trustedProxies, requestLogLevel: requestLogLevel,
                    limits: limits, outbox: hasOutbox ? outbox : nil, allowsSignUp: allowsSignUp),
                database: database, hashing: hashing, vault: try keys.vault(), probes: probes, sources: sources,
                jobs: jobs,
                logger: logger, metrics: metrics, now: { clock.now })
            try await server.application().test(.live) { client in
                try await body(
                    WebFixture(
                        companies: companies, client: client, server: server, keys: keys, clock: clock, outbox: outbox))
            }
        }
    }

    private static var quiet: Logger {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }

    private static func seed(_ company: Company, person: String, _ companies: TwoCompanies) async throws {
        let hash = try await hashing.hash(try Password(password))
        try await CompanyRegistry(database: companies.database).addMember(
            to: company.id, email: "\(person)@example.com", displayName: person, role: .viewer, passwordHash: hash,
            identity: IdentityID(rawValue: UUID()), at: companies.now)
        let mapping = try Mapping.parse(
            Array(
                """
                {"name": "test", "title": "Test", "format": "csv", "currency": "EUR", "price_kind": "retail",
                 "with_tax": true, "date": {"from": "filename", "pattern": "{yyyy}-{MM}-{dd}"},
                 "fields": {"item_key": {"column": "id"}, "name": {"column": "name"}, "price": {"column": "price"},
                            "volume": {"column": "size", "transforms": ["size_text"]}}}
                """.utf8), file: "test.json")
        let folder = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (day, price) in [("2025-11-03", "20.00"), ("2025-11-10", "18.00"), ("2025-11-17", "15.00")] {
            let path = folder.appending(path: "book-\(day).csv").path
            let rows = (1...12).map { "\($0),CANARY-\(company.slug) <b>Gin</b> No \($0),\(price),700 ml\n" }.joined()
            try Data("id,name,price,size\n\(rows)".utf8).write(to: URL(fileURLWithPath: path))
            let work = PriceBookImport(
                database: companies.database, company: company.id, sourceSlug: "shop", sourceTitle: "Shop")
            _ = try await work.run(
                path: path, mapping: mapping,
                options: PriceBookOptions(today: try #require(CalendarDay(iso: "2025-11-21"))), confirmed: false,
                moment: .init(run: UUID(), source: UUID(), now: companies.now))
        }
        _ = try await MatchingRun(database: companies.database, company: company.id).run(at: companies.now)
        _ = try await ScoringRun(database: companies.database, company: company.id).run(at: companies.now)
    }

    /// Lets one more person into a company.
    func join(_ name: String, _ role: Role, of company: Company, staff: StaffRole? = nil) async throws -> Browser {
        let hash = try await Self.hashing.hash(try Password(Self.password))
        try await CompanyRegistry(database: companies.database).addMember(
            to: company.id, email: "\(name)@example.com", displayName: name, role: role, passwordHash: hash,
            identity: IdentityID(rawValue: UUID()), at: companies.now)
        if let staff {
            let isKnown = try await StaffRegister.set(
                staff, email: "\(name)@example.com", as: try await companies.test.owner())
            #expect(isKnown)
        }
        return try await browser(name)
    }

    /// A signed-in browser of one of the two people.
    func browser(_ person: String) async throws -> Browser {
        let browser = Browser(client: client)
        let status = try await browser.signIn("\(person)@example.com", Self.password)
        #expect(status == .seeOther)
        return browser
    }

    /// The id of a person who joined under this name.
    func identity(_ name: String) async throws -> UUID {
        let rows = try await companies.test.owner().fetch(
            Query<Single<UUID>>("SELECT identity_id FROM identities WHERE email = \("\(name)@example.com")"))
        return try #require(rows.first?.value)
    }

    /// Ids of a company's products, as the database has them.
    func products(of company: Company) async throws -> [UUID] {
        let rows = try await companies.database.read(
            in: company.id, Query<Single<UUID>>("SELECT product_id FROM products ORDER BY name"))
        return rows.map(\.value)
    }
}
