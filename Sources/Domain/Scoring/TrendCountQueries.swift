package import Companies
import Postgres

/// How many products every combination of filters leaves, so that a page adds up some rows instead of counting thousands.
package enum TrendCountQueries {
    /// Counts the company's scores anew. Part of every scoring run.
    package static func refresh(in transaction: CompanyTransaction) async throws {
        _ = try await transaction.execute(all: [
            "DELETE FROM trend_counts WHERE company_id = \(transaction.company)",
            """
            INSERT INTO trend_counts (company_id, source_slug, category, tier, sources, products)
            SELECT \(transaction.company), s.slug, coalesce(t.category, ''), coalesce(t.tier, ''), t.sources, count(*)
            FROM trend_scores t CROSS JOIN LATERAL unnest(array_append(t.source_slugs, '')) AS s (slug)
            WHERE t.company_id = \(transaction.company)
            GROUP BY s.slug, coalesce(t.category, ''), coalesce(t.tier, ''), t.sources
            """,
        ])
    }
}
