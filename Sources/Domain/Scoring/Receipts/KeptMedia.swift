import Catalog
import Foundation

/// What media and searches said of a product when it was scored, as its receipt keeps it.
struct KeptMedia: Codable, Hashable {
    struct Mention: Codable, Hashable {
        /// Days since 2000-01-01.
        let day: Int32
        let source: Int
        let kind: String
        let prominence: Double
        let sentiment: Double?
    }

    struct Search: Codable, Hashable {
        let isProduct: Bool
        let subject: String
        let points: [Point]
    }

    struct Point: Codable, Hashable {
        let first: Int32
        let last: Int32
        let value: Double
        let isPartial: Bool
    }

    let mentions: [Mention]
    let searches: [Search]

    init(_ product: ScoredProduct) {
        mentions = product.mentions.map {
            Mention(
                day: $0.day.daysSince2000, source: $0.source, kind: $0.kind.rawValue, prominence: $0.prominence,
                sentiment: $0.sentiment)
        }
        searches = product.searches.map { search in
            Search(
                isProduct: search.isProduct, subject: search.subject,
                points: search.points.map {
                    Point(
                        first: $0.first.daysSince2000, last: $0.last.daysSince2000, value: $0.value,
                        isPartial: $0.isPartial)
                })
        }
    }

    /// Numbers are written with the digits that make them the same again; nil of nothing.
    var text: String? {
        guard !mentions.isEmpty || !searches.isEmpty else { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// - Throws: of a text that is none of ours.
    init(text: String) throws {
        self = try JSONDecoder().decode(KeptMedia.self, from: Data(text.utf8))
    }

    var mentionEvidence: [MentionEvidence] {
        mentions.compactMap { mention in
            MentionEvidence.Kind(rawValue: mention.kind).map {
                MentionEvidence(
                    day: CalendarDay(daysSince2000: mention.day), source: mention.source, kind: $0,
                    prominence: mention.prominence, sentiment: mention.sentiment)
            }
        }
    }

    var searchEvidence: [SearchEvidence] {
        searches.map { search in
            SearchEvidence(
                isProduct: search.isProduct, subject: search.subject,
                points: search.points.map {
                    SearchPoint(
                        first: CalendarDay(daysSince2000: $0.first), last: CalendarDay(daysSince2000: $0.last),
                        value: $0.value, isPartial: $0.isPartial)
                })
        }
    }
}
