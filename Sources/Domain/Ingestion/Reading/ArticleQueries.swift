import Catalog
import Companies
import Connectors
import Foundation
import Postgres

/// Articles on their way from a source to everybody who reads them.
struct ArticleQueries {
    let run: UUID
    let transaction: CompanyTransaction

    func stage(_ articles: [(line: Int, article: Article)]) async throws {
        guard !articles.isEmpty else { return }
        var lines = ArrayBinding<Int>()
        var (ids, urls, titles) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (authors, summaries, tags) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (published, modified) = (ArrayBinding<Date>(), ArrayBinding<Date>())
        for (line, article) in articles {
            lines.append(line)
            ids.append(String(article.externalID.prefix(2_000)))
            urls.append(article.url)
            titles.append(article.title)
            authors.append(article.author)
            summaries.append(article.summary)
            tags.append(article.tags.joined(separator: "\n"))
            published.append(article.published)
            modified.append(article.modified)
        }
        try await transaction.execute(
            """
            INSERT INTO staged_articles (company_id, run_id, line, external_id, url, title, author, published_at,
                modified_at, summary, tags)
            SELECT \(transaction.company), \(run), * FROM unnest(\(lines), \(ids), \(urls), \(titles), \(authors),
                \(published), \(modified), \(summaries), \(tags))
            """)
    }

    func keep(_ rejects: [RowReject]) async throws {
        guard !rejects.isEmpty else { return }
        var (lines, reasons) = (ArrayBinding<Int>(), ArrayBinding<String>())
        for reject in rejects {
            lines.append(reject.line)
            reasons.append(reject.reason)
        }
        try await transaction.execute(
            """
            INSERT INTO scrape_errors (company_id, run_id, line, reason)
            SELECT \(transaction.company), \(run), * FROM unnest(\(lines), \(reasons)) ON CONFLICT DO NOTHING
            """)
    }

    private struct Counts: RowDecodable {
        let rows: Int
        let items: Int
        let newest: Date?

        init(row: inout RowReader) throws {
            rows = try row.next()
            items = try row.next()
            newest = try row.nextOptional()
        }
    }

    /// Staged articles, distinct ones among them, and the newest.
    func counts() async throws -> (rows: Int, items: Int, newest: Date?) {
        let rows = try await transaction.fetch(
            Query<Counts>(
                """
                SELECT count(*), count(DISTINCT external_id), max(published_at) FROM staged_articles
                WHERE company_id = \(transaction.company) AND run_id = \(run)
                """))
        return rows.first.map { ($0.rows, $0.items, $0.newest) } ?? (0, 0, nil)
    }

    private struct Written: RowDecodable {
        let new: Int
        let changed: Int

        init(row: inout RowReader) throws {
            new = try row.next()
            changed = try row.next()
        }
    }

    /// Takes the staged articles over; of one that came twice the first counts. What did not change is not written.
    func publish(of source: SourceID, at moment: Date) async throws -> (new: Int, changed: Int) {
        let rows = try await transaction.fetch(
            Query<Written>(
                """
                WITH first_of AS (
                    SELECT DISTINCT ON (external_id) * FROM staged_articles
                    WHERE company_id = \(transaction.company) AND run_id = \(run) ORDER BY external_id, line
                ), written AS (
                    INSERT INTO articles AS a (company_id, article_id, source_id, external_id, url, title, author,
                        published_at, modified_at, summary, tags, first_seen_at, run_id, line)
                    SELECT company_id, gen_random_uuid(), \(source.rawValue), external_id, url, title, author,
                        published_at, modified_at, summary, CASE tags WHEN '' THEN '{}' ELSE string_to_array(tags, E'\\n') END,
                        \(moment), run_id, line
                    FROM first_of
                    ON CONFLICT (company_id, source_id, external_id) DO UPDATE SET url = excluded.url,
                        title = excluded.title, author = coalesce(excluded.author, a.author),
                        published_at = coalesce(excluded.published_at, a.published_at),
                        modified_at = coalesce(excluded.modified_at, a.modified_at),
                        summary = coalesce(excluded.summary, a.summary), tags = excluded.tags,
                        run_id = excluded.run_id, line = excluded.line
                    WHERE (excluded.url, excluded.title, coalesce(excluded.author, a.author),
                            coalesce(excluded.published_at, a.published_at),
                            coalesce(excluded.modified_at, a.modified_at), coalesce(excluded.summary, a.summary),
                            excluded.tags)
                        IS DISTINCT FROM (a.url, a.title, a.author, a.published_at, a.modified_at, a.summary, a.tags)
                    RETURNING (xmax = 0) AS is_new
                )
                SELECT count(*) FILTER (WHERE is_new), count(*) FILTER (WHERE NOT is_new) FROM written
                """))
        try await drop()
        return rows.first.map { ($0.new, $0.changed) } ?? (0, 0)
    }

    /// Forgets what is staged.
    func drop() async throws {
        try await transaction.execute(
            "DELETE FROM staged_articles WHERE company_id = \(transaction.company) AND run_id = \(run)")
    }
}
