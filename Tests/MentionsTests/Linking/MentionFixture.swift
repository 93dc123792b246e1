import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Mentions

/// Products, articles, posts and searches of a company, put there as connectors and the matcher leave them.
struct MentionFixture {
    let companies: TwoCompanies

    /// Runs a test with two companies; the house is there as well.
    static func with<Result: Sendable>(_ body: (MentionFixture) async throws -> Result) async throws -> Result {
        try await TwoCompanies.with { try await body(MentionFixture(companies: $0)) }
    }

    var now: Date { companies.now }
    var harbor: CompanyID { companies.harbor.id }
    var kestrel: CompanyID { companies.kestrel.id }

    func source(_ company: CompanyID, _ slug: String) async throws -> UUID {
        try await companies.database.transaction(in: company) { transaction in
            try await SourceQueries.findOrCreate(slug: slug, title: slug, id: UUID(), at: now, in: transaction).rawValue
        }
    }

    @discardableResult
    func product(_ company: CompanyID, brand: String?, _ name: String, isListed: Bool = true) async throws -> UUID {
        let (product, source) = (UUID(), try await source(company, "shop"))
        try await companies.database.transaction(in: company) { transaction in
            if let brand {
                try await transaction.execute(
                    """
                    INSERT INTO brands (company_id, brand_id, name, folded_name)
                    VALUES (\(company), \(UUID()), \(brand), \(NameFolding.fold(brand))) ON CONFLICT DO NOTHING
                    """)
            }
            try await transaction.execute(
                """
                INSERT INTO products (company_id, product_id, name, folded_name, brand_id, created_at)
                SELECT \(company), \(product), \(name), \(NameFolding.fold(name)), (SELECT brand_id FROM brands
                    WHERE company_id = \(company) AND folded_name = \(brand.map(NameFolding.fold))), \(now)
                """)
            if isListed {
                try await list(product, of: company, in: company, source: source, transaction)
            }
        }
        return product
    }

    /// A listing of `company` that is a product.
    func list(
        _ product: UUID, of owner: CompanyID, in company: CompanyID, source: UUID, _ transaction: CompanyTransaction
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO listings (company_id, listing_id, source_id, item_key, name, price_kind, first_seen, last_seen,
                run_id, line, product_company_id, product_id)
            VALUES (\(company), \(UUID()), \(source), \(UUID().uuidString), 'x', 'retail', date '2025-11-01',
                date '2025-11-20', \(UUID()), 1, \(owner), \(product))
            """)
    }

    @discardableResult
    func article(
        _ company: CompanyID, _ title: String, summary: String? = nil, daysAgo: Int = 1, run: UUID = UUID(),
        line: Int = 7
    ) async throws -> UUID {
        let (article, source) = (UUID(), try await source(company, "medium"))
        try await companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO articles (company_id, article_id, source_id, external_id, url, title, published_at, summary,
                    first_seen_at, run_id, line)
                VALUES (\(company), \(article), \(source), \(article.uuidString), 'https://medium.example/1', \(title),
                    \(now.addingTimeInterval(Double(-daysAgo) * 86_400)), \(summary), \(now), \(run), \(line))
                """)
        }
        return article
    }

    func post(_ company: CompanyID, _ title: String?, body: String?) async throws {
        let source = try await source(company, "community")
        try await companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO posts (company_id, post_id, source_id, external_id, url, channel, title, body, published_at,
                    first_seen_at, run_id, line)
                VALUES (\(company), \(UUID()), \(source), \(UUID().uuidString), 'https://talk.example/1', '', \(title),
                    \(body), \(now), \(now), \(UUID()), 1)
                """)
        }
    }

    func searches(_ company: CompanyID, _ subject: String, weeks: Int = 20) async throws {
        let source = try await source(company, "search")
        try await companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO series_points (company_id, source_id, measure, market, subject, scale, starts_at, ends_at, value,
                    is_partial, first_seen_at, run_id, line)
                SELECT \(company), \(source), 'search_interest', 'US', \(subject), 's1',
                    \(now) - w * interval '7 days', \(now) - (w - 1) * interval '7 days', 50, w = 0, \(now), \(UUID()), w
                FROM generate_series(0, \(weeks)) AS w
                """)
        }
    }

    @discardableResult
    func link(_ company: CompanyID) async throws -> MentionRun.Outcome {
        try await MentionRun(database: companies.database, company: company).run(at: now)
    }

    /// Product, item and owner of the row of what a company may read.
    func mentions(readBy company: CompanyID) async throws -> Set<Row> {
        let rows = try await companies.database.read(
            in: company,
            Query<Row>(
                """
                SELECT company_id, product_id, item_id, is_brand_only, prominence, run_id, line, found_at
                FROM media_mentions
                """))
        return Set(rows)
    }

    struct Row: RowDecodable, Hashable {
        let company: CompanyID
        let product: UUID
        let item: UUID
        let isBrandOnly: Bool
        let prominence: Double
        let run: UUID
        let line: Int
        let found: Date

        init(row: inout RowReader) throws {
            company = try row.next()
            product = try row.next()
            item = try row.next()
            isBrandOnly = try row.next()
            prominence = try row.next()
            run = try row.next()
            line = try row.next()
            found = try row.next()
        }
    }
}
