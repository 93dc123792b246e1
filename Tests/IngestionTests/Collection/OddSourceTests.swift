import Catalog
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

/// What sources say that no source should: each is kept as it came, and none of it becomes a wrong listing or ends a process.
@Suite struct OddSourceTests {
    private static let start = Date(timeIntervalSince1970: 1_790_856_000)

    /// A shop that answers searches by a plan of the test's own, page by page.
    private func with(
        _ pages: @escaping @Sendable (_ from: Int) -> (body: String, total: Int),
        _ body: (TwoCompanies, _ read: @escaping @Sendable () async throws -> RunReport) async throws -> Void
    ) async throws {
        try await TwoCompanies.with { companies in
            let keys = try TestKeys()
            let vault = try keys.vault()
            let clock = TestClock(Self.start)
            let plan: FakeSite.Plan = { asked in
                if asked.path.hasPrefix("/api/checkout") {
                    return [.json("[{\"id\": \"v2.X\", \"sellers\": [{\"id\": \"giassi08\"}]}]")]
                }
                if asked.path.contains("category/tree") { return [.json("[{\"id\": 7, \"children\": []}]")] }
                guard asked.path.contains("products/search") else { return [.answer("404 Not Found")] }
                let from = asked.path.firstMatch(of: #/_from=(\d+)/#).flatMap { Int($0.1) } ?? 0
                let page = pages(from)
                return [.json(page.body, ["resources": "\(from)-\(from + 49)/\(page.total)"])]
            }
            try await FakeSite.with(plan) { site in
                let giassi = try #require(SourceCode(rawValue: "giassi"))
                let connection = try await companies.database.transaction(in: .house) { transaction in
                    try await OpenConnectionQueries.ensure(
                        giassi, name: "Giassi", settings: [SourceCatalog.scopeSetting: CollectionFixture.region],
                        everyMinutes: 60, at: Self.start, in: transaction)
                }
                let access = SourceAccess(
                    visitor: .onClock(clock, ports: [site.port]),
                    places: ["giassi": try WebAddress("http://127.0.0.1:\(site.port)/")], now: { clock.now })
                let database = companies.database
                try await body(companies) {
                    try await SourceReading(
                        database: database, access: access,
                        uses: CredentialUseQueries(database: database, vault: vault), company: .house, for: .command
                    ).run(connection, isLastAttempt: true)
                }
                withExtendedLifetime(keys) {}
            }
        }
    }

    private static func product(_ id: Int, price: String = "9.90", name: String = "Suco") -> String {
        """
        {"productId": "\(id)", "productName": "\(name) \(id)", "brand": "B", "linkText": "p", "categories": ["/Bebidas/"],
         "items": [{"itemId": "\(id)", "nameComplete": "\(name) \(id)", "ean": "", "measurementUnit": "un",
         "sellers": [{"sellerId": "giassi08", "commertialOffer": {"Price": \(price), "ListPrice": \(price), "IsAvailable": true}}]}]}
        """
    }

    private func count(_ sql: SQL, _ companies: TwoCompanies) async throws -> Int {
        let rows = try await companies.database.read(in: .house, Query<Single<Int>>("SELECT count(*) FROM \(sql)"))
        return try #require(rows.first).value
    }

    /// F-32: items move between pages while they are read, and pages come twice.
    @Test func pages_that_come_twice_make_nothing_twice_and_are_told() async throws {
        try await with { from in
            // The second window repeats ten of the first, the third all of the second.
            let first = [0: 1, 50: 41, 100: 41][from] ?? 1
            return ("[\((first..<(first + 50)).map { Self.product($0) }.joined(separator: ","))]", 150)
        } _: { companies, read in
            let report = try await read()
            #expect(report.items == 90 && report.rejects == 60, "\(report)")
            // Two records in five came more than once: nobody knows what did not come at all.
            #expect(report.state == .held && report.verdict == .site)
            let repeats = try await count("scrape_errors WHERE reason LIKE 'repeats item%'", companies)
            #expect(repeats == 60)
        }
    }

    /// F-27: prices that are no prices.
    @Test(arguments: [
        "\"NaN\"", "1e400", "-0", "0", "-3", "99999999999999999999", "\"1.234,56\"", "null", "[]", "{}", "true",
        "0.0000001", "\"9,90\"",
    ])
    func a_price_that_is_none_is_no_price_and_no_trap(_ price: String) async throws {
        try await with { _ in
            let odd = (1...3).map { Self.product($0, price: price) }
            let good = (4...40).map { Self.product($0) }
            return ("[\((odd + good).joined(separator: ","))]", 40)
        } _: { companies, read in
            let report = try await read()
            #expect(report.state == .applied && report.items == 40, "\(report)")
            #expect(try await count("listings WHERE price_minor IS NULL", companies) == 3)
            #expect(try await count("listings WHERE price_minor = 990", companies) == 37)
        }
    }

    /// F-26 and F-25: nesting without end, names that are no text, and names without end.
    @Test(arguments: ["nested", "nul", "long", "empty", "notJSON"])
    func an_answer_that_is_out_of_bounds_ends_in_a_state_with_a_name(_ kind: String) async throws {
        try await with { _ in
            let good = (10...40).map { Self.product($0) }.joined(separator: ",")
            switch kind {
            case "nested": return (String(repeating: "[", count: 100_000), 1)
            case "nul": return ("[\(Self.product(1, name: "a\\u0000b")),\(good)]", 32)
            case "long": return ("[\(Self.product(1, name: String(repeating: "x", count: 100_000))),\(good)]", 32)
            case "empty": return ("[]", 0)
            default: return ("{]", 1)
            }
        } _: { companies, read in
            let report = try await read()
            switch kind {
            case "nested", "notJSON": #expect(report.state == .failed && report.cause == .wrongShape, "\(report)")
            case "empty": #expect(report.items == 0 && report.state == .applied)
            default:
                #expect(report.state == .applied && report.items == 31 && report.rejects == 1, "\(report)")
                let told = try await count("scrape_errors WHERE reason LIKE 'its name is empty or longer%'", companies)
                #expect(told == 1)
            }
            #expect(try await count("raw_records WHERE url LIKE '%products/search%'", companies) >= 1)
        }
    }

    /// Dates far ahead: the run waits for a person.
    @Test func a_medium_whose_dates_are_ahead_is_held() async throws {
        try await CollectionFixture.with(seed: 41, stories: 80) { fixture in
            let connection = try await fixture.connect(.vinepair)
            fixture.clock.advance(by: 12 * 86_400)
            let access = try fixture.access()
            _ = try await fixture.reading(.house, access: access, who: .command).run(connection)
            // The site's clock runs on, ours has been set back.
            let clock = fixture.clock
            let behind = SourceAccess(
                visitor: fixture.simulator.visitor(), places: try fixture.simulator.places,
                now: { clock.now - 60 * 86_400 })
            clock.advance(by: 4 * 86_400)
            let report = try await fixture.reading(.house, access: behind, who: .command).run(connection)
            #expect(report.state == .held && report.verdict == .site, "\(report)")
            #expect(report.sentence?.contains("dated in the future") == true)
        }
    }
}
