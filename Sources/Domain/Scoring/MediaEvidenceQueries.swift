import Catalog
import Companies
import Foundation
import Postgres

/// Reads what media and searches say of products, a batch at a time, for their scores.
struct MediaEvidenceQueries {
    let transaction: CompanyTransaction

    /// The sources of articles, posts and searches that were read up to a day, in a fixed order.
    func sources(since: CalendarDay, asOf: CalendarDay) async throws -> [MediaSourceDays] {
        try await transaction.fetch(
            Query<MediaSourceDays>(
                """
                SELECT company_id, source_id, reads_searches, array_agg(DISTINCT day ORDER BY day)
                FROM (SELECT company_id, source_id, split_part(book, ' ', 1) = 'series' AS reads_searches,
                        (started_at AT TIME ZONE 'UTC')::date AS day
                    FROM scrape_runs
                    WHERE state IN ('applied', 'partial') AND split_part(book, ' ', 1) IN ('articles', 'posts', 'series')
                        AND started_at >= \(since)::timestamp AT TIME ZONE 'UTC'
                        AND started_at < (\(asOf.adding(days: 1)))::timestamp AT TIME ZONE 'UTC') AS runs
                GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
                """))
    }

    /// The mentions and searches of these products in a stretch of days.
    /// - Parameter sources: as `sources(since:asOf:)` gave them; the media among them are `ScoreContext.media`.
    func evidence(
        of products: [ProductKey], since: CalendarDay, asOf: CalendarDay, sources: [MediaSourceDays]
    ) async throws -> MediaEvidence {
        var (owners, ids) = (ArrayBinding<CompanyID>(), ArrayBinding<UUID>())
        for product in products {
            owners.append(product.owner)
            ids.append(product.product)
        }
        let media = sources.filter { !$0.readsSearches }.enumerated().map { ($0.element.source, $0.offset) }
        guard !products.isEmpty else { return MediaEvidence(mentions: [], points: [], sources: [:]) }
        // Of an article that the house and the company both found the product in, the more prominent finding counts.
        let (mentions, points) = try await transaction.fetch(
            Query<MentionRow>(
                """
                SELECT product_company_id, product_id, published_on, source_id, kind, prominence, sentiment
                FROM (SELECT DISTINCT ON (m.product_company_id, m.product_id, m.kind, m.item_company_id, m.item_id) m.*
                    FROM unnest(\(owners), \(ids)) AS w (owner, product)
                    JOIN media_mentions m ON m.product_company_id = w.owner AND m.product_id = w.product
                    WHERE m.published_on BETWEEN \(since) AND \(asOf)
                    ORDER BY m.product_company_id, m.product_id, m.kind, m.item_company_id, m.item_id,
                        m.prominence DESC, m.company_id) AS found
                ORDER BY product_company_id, product_id, published_on, source_id, kind, item_id
                """),
            Query<SearchPointRow>(
                """
                SELECT l.product_company_id, l.product_id, l.why, p.source_id, p.market, p.subject, p.scale,
                    (p.starts_at AT TIME ZONE 'UTC')::date,
                    ((p.ends_at - interval '1 microsecond') AT TIME ZONE 'UTC')::date,
                    p.value::double precision, p.is_partial
                FROM (SELECT s.product_company_id, s.product_id, s.source_company_id, s.source_id, s.market, s.subject,
                        max(s.why) AS why
                    FROM unnest(\(owners), \(ids)) AS w (owner, product)
                    JOIN search_links s ON s.product_company_id = w.owner AND s.product_id = w.product
                    GROUP BY 1, 2, 3, 4, 5, 6) AS l
                JOIN series_points p ON p.company_id = l.source_company_id AND p.source_id = l.source_id
                    AND p.measure = 'search_interest' AND p.market = l.market AND p.subject = l.subject
                WHERE p.starts_at >= \(since)::timestamp AT TIME ZONE 'UTC'
                    AND p.ends_at <= (\(asOf.adding(days: 1)))::timestamp AT TIME ZONE 'UTC'
                ORDER BY l.product_company_id, l.product_id, p.source_id, p.market, p.subject, p.scale, p.starts_at,
                    p.ends_at
                """))
        return MediaEvidence(
            mentions: mentions, points: points, sources: Dictionary(media, uniquingKeysWith: { first, _ in first }))
    }
}
