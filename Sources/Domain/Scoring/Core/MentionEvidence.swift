package import Catalog

/// That a product was spoken of on one day.
package struct MentionEvidence: Hashable, Sendable {
    /// What sort of thing spoke.
    package enum Kind: String, Sendable {
        case article, post
    }

    package let day: CalendarDay
    /// Index into `ScoreContext.media`. A mention of an index that is not there does not count.
    package let source: Int
    package let kind: Kind
    /// 0–1, 1 for a title; held within that.
    package let prominence: Double
    /// −1…1; nil where no word of judgement stands. Held within that.
    package let sentiment: Double?

    package init(day: CalendarDay, source: Int, kind: Kind, prominence: Double, sentiment: Double? = nil) {
        self.day = day
        self.source = source
        self.kind = kind
        self.prominence = prominence.isFinite ? min(1, max(0, prominence)) : 0
        self.sentiment = sentiment.flatMap { $0.isFinite ? min(1, max(-1, $0)) : nil }
    }
}
