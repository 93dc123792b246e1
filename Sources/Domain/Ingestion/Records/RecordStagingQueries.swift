import Companies
import Connectors
import Foundation
import Postgres

/// Writes dated records down that are read and not published yet.
struct RecordStagingQueries {
    let run: UUID
    let transaction: CompanyTransaction

    /// Characters of an external id that are kept; more than that is no id.
    private static let mostID = 2_000

    func stage(_ rows: RecordRows) async throws {
        guard rows.count > 0 else { return }
        switch rows {
        case .articles(let rows): try await stage(rows)
        case .posts(let rows): try await stage(rows)
        case .series(let rows): try await stage(rows)
        }
    }

    private func stage(_ rows: [(line: Int, record: Article)]) async throws {
        var lines = ArrayBinding<Int>()
        var (ids, urls, titles) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (authors, summaries, tags) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (published, modified) = (ArrayBinding<Date>(), ArrayBinding<Date>())
        for (line, article) in rows {
            lines.append(line)
            ids.append(String(article.externalID.prefix(Self.mostID)))
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

    private func stage(_ rows: [(line: Int, record: Post)]) async throws {
        var lines = ArrayBinding<Int>()
        var (ids, urls, channels) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (titles, bodies, links) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (published, tags) = (ArrayBinding<Date>(), ArrayBinding<String>())
        var (scores, comments) = (ArrayBinding<Int>(), ArrayBinding<Int>())
        var (shares, views) = (ArrayBinding<Int>(), ArrayBinding<Int>())
        for (line, post) in rows {
            lines.append(line)
            ids.append(String(post.externalID.prefix(Self.mostID)))
            urls.append(post.url)
            channels.append(post.channel)
            titles.append(post.title)
            bodies.append(post.text)
            links.append(post.link)
            published.append(post.published)
            tags.append(post.tags.joined(separator: "\n"))
            scores.append(post.counts.score)
            comments.append(post.counts.comments)
            shares.append(post.counts.shares)
            views.append(post.counts.views)
        }
        try await transaction.execute(
            """
            INSERT INTO staged_posts (company_id, run_id, line, external_id, url, channel, title, body, link,
                published_at, tags, score, comments, shares, views)
            SELECT \(transaction.company), \(run), * FROM unnest(\(lines), \(ids), \(urls), \(channels), \(titles),
                \(bodies), \(links), \(published), \(tags), \(scores), \(comments), \(shares), \(views))
            """)
    }

    private func stage(_ rows: [(line: Int, record: SeriesPoint)]) async throws {
        var lines = ArrayBinding<Int>()
        var (subjects, measures, markets) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (from, to) = (ArrayBinding<Date>(), ArrayBinding<Date>())
        var (values, scales, partial) = (ArrayBinding<String>(), ArrayBinding<String>(), ArrayBinding<Bool>())
        for (line, point) in rows {
            lines.append(line)
            subjects.append(point.subject)
            measures.append(point.measure.rawValue)
            markets.append(point.market)
            from.append(point.from)
            to.append(point.to)
            values.append("\(point.value)")
            scales.append(point.scale)
            partial.append(point.isPartial)
        }
        try await transaction.execute(
            """
            INSERT INTO staged_series (company_id, run_id, line, subject, measure, market, starts_at, ends_at, value,
                scale, is_partial)
            SELECT \(transaction.company), \(run), line, subject, measure, market, starts_at, ends_at, value::numeric,
                scale, is_partial
            FROM unnest(\(lines), \(subjects), \(measures), \(markets), \(from), \(to), \(values), \(scales), \(partial))
                AS s (line, subject, measure, market, starts_at, ends_at, value, scale, is_partial)
            """)
    }

    /// Keeps what could not be used, with the reason.
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
}
