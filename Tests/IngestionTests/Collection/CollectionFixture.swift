import Companies
import Connections
import Connectors
import Foundation
import Ingestion
import Outbound
import Postgres
import SourceSimulation
import TestSupport
import Testing
import Vault

/// Two companies with logins of their own, the platform with what anybody may read, and the sources of a simulated world.
struct CollectionFixture: Sendable {
    let companies: TwoCompanies
    let simulator: Simulator
    let person: IdentityID
    let vault: SecretVault
    /// Keeps the folder of keys.
    private let keys: TestKeys

    var database: CompanyDatabase { companies.database }
    var harbor: CompanyID { companies.harbor.id }
    var kestrel: CompanyID { companies.kestrel.id }
    var clock: TestClock { simulator.clock }

    static let region = "joinville_bucarein"

    static func with(
        seed: UInt64 = 5, spirits: Int = 240, groceries: Int = 400, stories: Int = 60, connections: Int = 4,
        _ body: (CollectionFixture) async throws -> Void
    ) async throws {
        try await TwoCompanies.with(connections: connections) { companies in
            let person = IdentityID(rawValue: UUID())
            for company in [companies.harbor, companies.kestrel] {
                try await CompanyRegistry(database: companies.database).addMember(
                    to: company.id, email: "ada@example.com", displayName: "Ada", role: .admin, passwordHash: "none",
                    identity: person, at: companies.now)
            }
            let keys = try TestKeys()
            let vault = try keys.vault()
            let world = SourceWorld(
                seed: seed, start: Date(timeIntervalSince1970: 1_790_856_000), spirits: spirits, groceries: groceries,
                stories: stories)
            try await Simulator.with(world) { simulator in
                try await body(
                    CollectionFixture(
                        companies: companies, simulator: simulator, person: person, vault: vault, keys: keys))
            }
        }
    }

    /// A process's way to the sources, with nothing learned from another's.
    func access() throws -> SourceAccess {
        let clock = clock
        return SourceAccess(visitor: simulator.visitor(), places: try simulator.places, now: { clock.now })
    }

    func reading(
        _ company: CompanyID, access: SourceAccess? = nil, who: RunOccasion? = nil, limits: RunLimits = RunLimits()
    ) throws -> SourceReading {
        SourceReading(
            database: database, access: try access ?? self.access(),
            uses: CredentialUseQueries(database: database, vault: vault), company: company, for: who ?? .job(UUID()),
            limits: limits)
    }

    /// Connects LibDib with a company's login.
    func connectLibDib(
        _ company: CompanyID, name: String = "LibDib", password: String = LibDibSite.password
    ) async throws -> ConnectionID {
        let (vault, person, now) = (vault, person, clock.now)
        var credentials: [SecretField: SecretBytes] = [:]
        for (field, value) in [("email", LibDibSite.user), ("password", password)] {
            credentials[try #require(SecretField(rawValue: field))] = SecretBytes(copying: value)
        }
        let new = try NewConnection(
            source: try #require(SourceCode(rawValue: "libdib")), name: name, settings: [:], credentials: credentials,
            confirmation: try UseConfirmation(textVersion: UseConfirmation.currentVersion))
        return try await database.transaction(in: company) { transaction in
            try await ConnectionQueries(transaction: transaction, vault: vault, person: person).add(new, at: now)
        }
    }

    /// Has the platform, or a company for itself, read a source that anybody may read.
    func connect(
        _ source: Simulator.Source, settings: [String: String] = [:], for company: CompanyID = .house
    ) async throws -> ConnectionID {
        let now = clock.now
        let code = try #require(SourceCode(rawValue: source.rawValue))
        return try await database.transaction(in: company) { transaction in
            try await OpenConnectionQueries.ensure(
                code, name: source.rawValue, settings: settings, everyMinutes: 60, at: now, in: transaction)
        }
    }

    func connectGiassi() async throws -> ConnectionID {
        try await connect(.giassi, settings: [SourceCatalog.scopeSetting: Self.region])
    }

    func connectSearches(_ terms: [String], for company: CompanyID = .house) async throws -> ConnectionID {
        try await connect(
            .googletrends,
            settings: [SourceCatalog.scopeSetting: "US", SourceCatalog.termsSetting: terms.joined(separator: "\n")],
            for: company)
    }

    // MARK: - Looking

    func one<Value: PostgresDecodable>(_ sql: SQL, in company: CompanyID, as: Value.Type = Value.self) async throws
        -> Value
    {
        let rows = try await database.read(in: company, Query<Single<Value>>(sql))
        return try #require(rows.first).value
    }

    func count(_ sql: SQL, in company: CompanyID) async throws -> Int {
        try await one("SELECT count(*) FROM \(sql)", in: company)
    }
}
