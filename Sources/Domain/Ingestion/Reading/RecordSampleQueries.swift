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
        package let records: [RecordLineRow]
        /// Records there are in all.
        package let total: Int
    }

    package func newest(of connection: ConnectionRow, limit: Int) async throws -> Samples {
        let shop = connection.settings[SourceCatalog.scopeSetting] ?? ""
        let source: SQL = """
            (SELECT source_id FROM sources WHERE company_id = \(transaction.company) AND slug = \(connection.source))
            """
        let (listings, records, counts) = try await transaction.fetch(
            Query<ListingSampleRow>(
                """
                SELECT name, volume_ml, price_minor, currency, stock_units, last_seen FROM listings
                WHERE company_id = \(transaction.company) AND source_id = \(source) AND shop = \(shop)
                ORDER BY last_seen DESC, item_key LIMIT \(limit)
                """),
            Query<RecordLineRow>(
                """
                (SELECT title, author, published_at AS moment, url, NULL::bigint, NULL::bigint, NULL::text, false FROM articles
                    WHERE company_id = \(transaction.company) AND source_id = \(source)
                    ORDER BY published_at DESC NULLS LAST, article_id LIMIT \(limit))
                UNION ALL (SELECT coalesce(title, body, link, external_id), nullif(channel, ''), published_at, url, score,
                    comments, NULL, false FROM posts
                    WHERE company_id = \(transaction.company) AND source_id = \(source)
                    ORDER BY published_at DESC, post_id LIMIT \(limit))
                UNION ALL (SELECT subject, nullif(market, ''), starts_at, NULL, NULL, NULL, value::text, is_partial
                    FROM series_points WHERE company_id = \(transaction.company) AND source_id = \(source)
                    ORDER BY starts_at DESC, subject, scale LIMIT \(limit))
                ORDER BY moment DESC NULLS LAST LIMIT \(limit)
                """),
            Query<Single<Int>>(
                """
                SELECT (SELECT count(*) FROM listings WHERE company_id = \(transaction.company)
                        AND source_id = \(source) AND shop = \(shop))
                    + (SELECT count(*) FROM articles WHERE company_id = \(transaction.company) AND source_id = \(source))
                    + (SELECT count(*) FROM posts WHERE company_id = \(transaction.company) AND source_id = \(source))
                    + (SELECT count(*) FROM series_points WHERE company_id = \(transaction.company)
                        AND source_id = \(source))
                """))
        return Samples(listings: listings, records: records, total: counts.first?.value ?? 0)
    }
}
