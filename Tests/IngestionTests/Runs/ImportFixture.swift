import Catalog
import Companies
import Foundation
import Ingestion
import Postgres
import TestSupport
import Testing

/// Imports small books into one of two companies.
struct ImportFixture {
    let companies: TwoCompanies

    static func with<Result: Sendable>(_ body: (ImportFixture) async throws -> Result) async throws -> Result {
        try await TwoCompanies.with { try await body(ImportFixture(companies: $0)) }
    }

    @discardableResult
    func load(
        _ text: String, day: String = "2026-05-06", into company: Company? = nil, source: String = "shop",
        confirmed: Bool = false, mapping: Mapping? = nil
    ) async throws -> ImportReport {
        let file = try TemporaryFile(text, name: "book-\(day).csv")
        return try await load(file, into: company, source: source, confirmed: confirmed, mapping: mapping)
    }

    @discardableResult
    func load(
        _ file: TemporaryFile, into company: Company? = nil, source: String = "shop", confirmed: Bool = false,
        mapping: Mapping? = nil
    ) async throws -> ImportReport {
        let work = PriceBookImport(
            database: companies.database, company: (company ?? companies.harbor).id, sourceSlug: source,
            sourceTitle: "Shop")
        return try await work.run(
            path: file.path, mapping: try mapping ?? Self.mapping(), options: try BookFixture.options(),
            confirmed: confirmed, moment: .init(run: UUID(), source: UUID(), now: companies.now))
    }

    static func mapping() throws -> Mapping {
        try BookFixture.mapping(
            fields: """
                , "volume": {"column": "size", "transforms": ["size_text"]}, "gtin": {"column": "ean"},
                  "stock": {"column": "stock", "transforms": ["integer"]}
                """)
    }

    /// A book of numbered items at one price.
    static func book(items: Range<Int>, price: String = "10.00") -> String {
        "id,name,price,size,ean,stock\n" + items.map { "\($0),Item \($0),\(price),750 ml,,5\n" }.joined()
    }

    func count(_ table: String, in company: Company? = nil) async throws -> Int {
        let rows = try await companies.database.read(
            in: (company ?? companies.harbor).id, Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table)")))
        return rows.first?.value ?? -1
    }

    /// Raw records kept by all runs of a company.
    func rawRecords(in company: Company? = nil) async throws -> Int {
        let rows = try await companies.database.read(
            in: (company ?? companies.harbor).id,
            Query<Single<Int>>("SELECT coalesce(sum(cardinality(lines)), 0)::bigint FROM raw_blocks"))
        return rows.first?.value ?? -1
    }
}
