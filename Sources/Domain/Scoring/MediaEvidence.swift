import Companies
import Foundation

/// What media and searches say of a batch of products.
struct MediaEvidence: Sendable {
    private(set) var mentions: [ProductKey: [MentionEvidence]] = [:]
    private(set) var searches: [ProductKey: [SearchEvidence]] = [:]

    /// - Parameters:
    ///   - mentions: in product order.
    ///   - points: in order of product, series and day.
    ///   - sources: places in `ScoreContext.media`.
    init(mentions rows: [MentionRow], points: [SearchPointRow], sources: [UUID: Int]) {
        for row in rows {
            guard let source = sources[row.source], let kind = MentionEvidence.Kind(rawValue: row.kind) else {
                continue
            }
            mentions[row.key, default: []].append(
                MentionEvidence(
                    day: row.day, source: source, kind: kind, prominence: row.prominence, sentiment: row.sentiment))
        }
        var start = points.startIndex
        while start < points.endIndex {
            let first = points[start]
            let end = points[start...].firstIndex { !$0.isSameSeries(as: first) } ?? points.endIndex
            searches[first.key, default: []].append(
                SearchEvidence(
                    isProduct: first.why == "product",
                    subject: "\(first.source.uuidString)\n\(first.market)\n\(first.subject)",
                    points: points[start..<end].map {
                        SearchPoint(first: $0.first, last: $0.last, value: $0.value, isPartial: $0.isPartial)
                    }))
            start = end
        }
    }
}

extension SearchPointRow {
    fileprivate func isSameSeries(as other: SearchPointRow) -> Bool {
        key == other.key && source == other.source && market == other.market && subject == other.subject
            && scale == other.scale
    }
}
