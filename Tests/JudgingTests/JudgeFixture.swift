import Catalog
import Companies
import Foundation
import Outbound
import Postgres
import SourceSimulation
import Synchronization
import TestSupport
import Testing
import Vault

@testable import Judging

/// Two companies with listings and products, and a provider at an address of this machine.
struct JudgeFixture: Sendable {
    let companies: TwoCompanies
    let provider: SimulatedProvider
    let waits = Waits()

    /// Waits that were wished for, none of which was waited.
    final class Waits: Sendable {
        private let seconds = Mutex<[Int64]>([])

        var all: [Int64] { seconds.withLock { $0 } }

        func note(_ duration: Duration) { seconds.withLock { $0.append(duration.components.seconds) } }
    }

    static func with(
        _ dialect: ProviderDialect = .openai, connections: Int = 4, _ body: (JudgeFixture) async throws -> Void
    ) async throws {
        try await TwoCompanies.with(connections: connections) { companies in
            try await SimulatedProvider.with(dialect) { provider in
                try await body(JudgeFixture(companies: companies, provider: provider))
            }
        }
    }

    var database: CompanyDatabase { companies.database }
    var harbor: CompanyID { companies.harbor.id }
    var kestrel: CompanyID { companies.kestrel.id }
    var night: CalendarDay { CalendarDay(utc: companies.now) }
    var ledger: JudgeLedgerQueries { JudgeLedgerQueries(database: database) }

    /// Pairs of listings and products that are there. Of each three the first is the same, the second is not, and the third is hard
    /// to say.
    /// - Parameter word: stands in every name.
    func pairs(
        _ count: Int, in company: CompanyID? = nil, word: String = "Harbour", names: [Int: String] = [:]
    ) async throws -> [AmbiguousPair] {
        let company = company ?? harbor
        let pairs = (0..<count).map { place in
            let name = names[place] ?? "\(word) Rum Number \(place)"
            return AmbiguousPair(
                PairKey(listing: UUID(), owner: company, product: UUID()),
                listing: PairSide(
                    name: name, brand: word, category: CategoryCode(rawValue: "spirits.rum"), millilitres: 700,
                    packUnits: 6, strengthBasisPoints: 4_005, ageYears: place % 3 == 1 ? 8 : 12, country: "JM"),
                product: PairSide(
                    name: place % 3 == 2 ? "\(name) Gold" : name.uppercased(), producer: word, millilitres: 700,
                    ageYears: 12))
        }
        let (all, now) = (pairs, companies.now)
        try await database.transaction(in: company) { transaction in
            let source = try await SourceQueries.findOrCreate(
                slug: "shop", title: "Shop", id: UUID(), at: now, in: transaction)
            for pair in all {
                _ = try await transaction.execute(all: [
                    """
                    INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                    VALUES (\(company), \(pair.key.product), \(pair.product.name), 'x', \(now))
                    """,
                    """
                    INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_minor, currency, price_kind,
                        first_seen, last_seen, run_id, line)
                    VALUES (\(company), \(pair.key.listing), \(source.rawValue), \(pair.key.listing.uuidString),
                        \(pair.listing.name), 77777, 'USD', 'retail', date '2026-01-01', date '2026-01-01', \(UUID()), 1)
                    """,
                ])
            }
        }
        return pairs
    }

    func settings(_ key: String = ProviderSite.key, model: String = ProviderSite.model) throws -> JudgeSettings {
        JudgeSettings(
            kind: try #require(ProviderKind(rawValue: provider.dialect.rawValue)), base: try provider.base,
            model: model, price: Self.price, key: try #require(ProviderKey(SecretBytes(copying: key))),
            limits: JudgeLimits(budget: .zero, mostPairs: 0))
    }

    static let price = TokenPrice(
        input: MicroDollars(rawValue: 250_000), output: MicroDollars(rawValue: 2_000_000))

    func run(
        _ pairs: [AmbiguousPair], in company: CompanyID? = nil,
        budget: MicroDollars = MicroDollars(rawValue: 50_000_000),
        mostPairs: Int = 1_000, settings: JudgeSettings? = nil, limits: TransferLimits = .patient,
        now: (@Sendable () -> Date)? = nil
    ) async throws -> JudgeReport {
        let client = WebClient(userAgent: "Tidemark/test", reach: provider.reach)
        let judge = try (settings ?? self.settings()).provider(client: client, transferLimits: limits)
        let (start, waits) = (companies.now, waits)
        let run = JudgeRun(
            database: database, company: company ?? harbor, provider: judge,
            limits: JudgeLimits(budget: budget, mostPairs: mostPairs), now: now ?? { start },
            sleep: { waits.note($0) })
        return try await run.run { _ in pairs }
    }

    func answers(_ pairs: [AmbiguousPair], in company: CompanyID? = nil) async throws -> [JudgeAnswerRow] {
        try await database.transaction(in: company ?? harbor) {
            try await JudgeQueries(transaction: $0).answers(about: pairs.map(\.key.listing))
        }
    }

    func count(_ table: String, _ condition: String = "true", in company: CompanyID) async throws -> Int {
        let rows = try await database.read(
            in: company, Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table) t WHERE \(condition)")))
        return rows.first?.value ?? -1
    }

    /// Every name that was asked about, as often as it was.
    var askedNames: [String] {
        provider.asked.flatMap { asked in
            let text = String(decoding: asked.body, as: UTF8.self)
            return text.matches(of: /\\"listing\\":\{\\"name\\":\\"([^\\]*)\\"/).map { String($0.output.1) }
        }
    }
}
