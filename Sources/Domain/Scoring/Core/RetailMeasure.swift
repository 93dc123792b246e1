import Catalog

/// How widely a product is carried, and whether that is spreading (0–100).
///
///     presence = 100 × carrying / (active + 1)
///     trend    = 100 − 50 × 2^(−net)   for net >= 0
///                50 × 2^net            for net < 0        net = sources added − sources that dropped it, 90 days
///     retail   = 0.6 × presence + 0.4 × trend             presence alone when no earlier list exists
///
/// The one imaginary source that never carries it keeps "1 of 1" (50) below "10 of 10" (91): the more sources agree,
/// the more it means. Rises with every source that carries it and every source that newly added it. The first list of
/// a source is when we began to look, so what is on it is not an addition.
struct RetailMeasure {
    /// A source that gave no list for this long is not counted on either side.
    static let activeDays = 120
    static let trendDays = 90

    let context: ScoreContext
    let day: CalendarDay

    func measure(_ evidence: ProductEvidence) -> ComponentResult {
        guard evidence.listings.contains(where: { $0.firstSeen <= day }) else { return .missing(.noListing) }
        var count = SourceCount()
        for (index, source) in context.sources.enumerated() {
            guard let latest = source.latestList(asOf: day), day.distance(from: latest) <= Self.activeDays else {
                continue
            }
            count.active += 1
            if let first = source.listDays.first, first < latest { count.hasEarlierList = true }
            add(source, index, latest: latest, listings: evidence.listings, to: &count)
        }
        guard count.active > 0 else { return .missing(.noActiveSource(withinDays: Self.activeDays)) }
        return count.result
    }

    private func add(
        _ source: SourceCalendar, _ index: Int, latest: CalendarDay, listings: [ListingEvidence],
        to count: inout SourceCount
    ) {
        var first: CalendarDay?
        var last: CalendarDay?
        for listing in listings where listing.source == index && listing.firstSeen <= day {
            first = min(first ?? listing.firstSeen, listing.firstSeen)
            last = max(last ?? listing.lastSeen, listing.lastSeen)
        }
        guard let first, let last else { return }
        let windowStart = day.saturatingEarlier(by: Self.trendDays)
        if last >= latest {
            count.carrying += 1
            if first > windowStart, let began = source.listDays.first, began < first { count.added += 1 }
        } else if let missed = source.firstList(after: last), missed > windowStart {
            count.dropped += 1
        }
    }
}

/// How many sources stand where with one product.
private struct SourceCount {
    var active = 0
    var carrying = 0
    var added = 0
    var dropped = 0
    var hasEarlierList = false

    var result: ComponentResult {
        let presence = 100 * Double(carrying) / Double(active + 1)
        let carried = ScoreReason.carried(by: carrying, of: active)
        guard hasEarlierList else {
            return .measured(presence, reasons: [carried, .noEarlierList])
        }
        let net = added - dropped
        let trend = net >= 0 ? 100 - 50 * Self.halved(net) : 50 * Self.halved(-net)
        let moves = ScoreReason.additions(added, dropped: dropped, days: RetailMeasure.trendDays)
        return .measured(0.6 * presence + 0.4 * trend, reasons: [carried, moves])
    }

    /// 2 to the power of minus `count`; zero from 60 on, where a Double no longer shows the difference.
    private static func halved(_ count: Int) -> Double {
        count < 60 ? 1 / Double(1 << count) : 0
    }
}
