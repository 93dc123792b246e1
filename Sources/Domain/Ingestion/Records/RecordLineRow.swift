package import Connectors
package import Foundation
package import Postgres

/// A dated record as a sample shows it.
package struct RecordLineRow: Sendable, Hashable, RowDecodable {
    package let title: String
    /// Who wrote it, the part of the source it stands in, or the market.
    package let origin: String?
    package let moment: Date?
    /// Where it can be read; nil for what is a number.
    package let address: String?
    package let counts: PostCounts
    /// Of a series.
    package let value: Decimal?
    /// The stretch of time it is of is not over.
    package let isPartial: Bool

    init(_ article: Article) {
        title = article.title
        origin = article.author
        moment = article.published
        address = article.url
        counts = PostCounts()
        value = nil
        isPartial = false
    }

    init(_ post: Post) {
        title = post.title ?? post.text ?? post.link ?? post.externalID
        origin = post.channel.isEmpty ? nil : post.channel
        moment = post.published
        address = post.url
        counts = post.counts
        value = nil
        isPartial = false
    }

    init(_ point: SeriesPoint) {
        title = point.subject
        origin = point.market.isEmpty ? nil : point.market
        moment = point.from
        address = nil
        counts = PostCounts()
        value = point.value
        isPartial = point.isPartial
    }

    package init(row: inout RowReader) throws {
        title = try row.next()
        origin = try row.nextOptional()
        moment = try row.nextOptional()
        address = try row.nextOptional()
        counts = PostCounts(score: try row.nextOptional(), comments: try row.nextOptional())
        let number: String? = try row.nextOptional()
        value = number.flatMap { Decimal(string: $0) }
        isPartial = try row.next()
    }
}
