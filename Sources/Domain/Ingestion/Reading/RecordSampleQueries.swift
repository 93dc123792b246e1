package import Companies
package import Connections
import Connectors
import Postgres

/// The newest records of a connection, for people who want to see what is kept.
package struct RecordSampleQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    package struct Samples: Sendable {
        package let listings: [ListingSampleRow]
        package let articles: [ArticleSampleRow]
        /// Records there are in all.
        package let total: Int
    }

    package func newest(of connection: ConnectionRow, limit: Int) async throws -> Samples {
        let shop = connection.settings[SourceCatalog.scopeSetting] ?? ""
        let source: SQL = """
            (SELECT source_id FROM sources WHERE company_id = \(transaction.company) AND slug = \(connection.source))
            """
        let (listings, articles, counts) = try await transaction.fetch(
            Query<ListingSampleRow>(
                """
                SELECT name, volume_ml, price_minor, currency, stock_units, last_seen FROM listings
                WHERE company_id = \(transaction.company) AND source_id = \(source) AND shop = \(shop)
                ORDER BY last_seen DESC, item_key LIMIT \(limit)
                """),
            Query<ArticleSampleRow>(
                """
                SELECT title, author, published_at, url FROM articles
                WHERE company_id = \(transaction.company) AND source_id = \(source)
                ORDER BY published_at DESC NULLS LAST, article_id LIMIT \(limit)
                """),
            Query<Single<Int>>(
                """
                SELECT (SELECT count(*) FROM listings WHERE company_id = \(transaction.company)
                        AND source_id = \(source) AND shop = \(shop))
                    + (SELECT count(*) FROM articles WHERE company_id = \(transaction.company) AND source_id = \(source))
                """))
        return Samples(listings: listings, articles: articles, total: counts.first?.value ?? 0)
    }
}
