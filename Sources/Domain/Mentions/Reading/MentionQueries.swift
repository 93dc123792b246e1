import Companies
package import Foundation
package import Postgres

/// Reads mentions for pages.
package enum MentionQueries {
    /// The newest mentions of a product that the company may read: its own and the house's, one for each article or post.
    /// - Parameter count: at most this many.
    package static func newest(of product: UUID, count: Int = 12) -> Query<ProductMention> {
        Query(
            """
            SELECT m.item_company_id, m.published_on, s.title, coalesce(a.title, p.title), m.snippet, coalesce(a.url, p.url), m.sentiment,
                m.is_brand_only, m.run_id, m.line
            FROM (SELECT DISTINCT ON (kind, item_company_id, item_id) * FROM media_mentions
                WHERE product_id = \(product)
                ORDER BY kind, item_company_id, item_id, prominence DESC, company_id) AS m
            JOIN sources s ON s.company_id = m.item_company_id AND s.source_id = m.source_id
            LEFT JOIN articles a ON a.company_id = m.item_company_id AND a.article_id = m.article_id
            LEFT JOIN posts p ON p.company_id = m.item_company_id AND p.post_id = m.post_id
            ORDER BY m.published_on DESC, m.prominence DESC, m.kind, m.item_id LIMIT \(count)
            """)
    }
}
