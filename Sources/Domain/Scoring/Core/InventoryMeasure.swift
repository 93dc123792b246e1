import Catalog

/// Whether there is stock, how fast it goes and whether more shops have it (0–100).
///
///     level    = 100 × units / (units + 24)              24 = two cases of twelve
///     velocity = 100 × turns / (turns + 1)               turns = 30 × units out per day / mean stock
///     stores   = 50 + 50 × (now − before) / max(now, before)
///     inventory = 0.3 × level + 0.5 × velocity + 0.2 × stores
///
/// over the 90 days up to the day asked about. Units out are the falls between observations; rises are deliveries and
/// do not cancel them. Half of `velocity` is reached when the mean stock sells once in 30 days. Turns have no unit, so
/// sources that count cases mix with sources that count bottles; velocity is the mean over listings. The weight of a
/// part that cannot be measured goes to the others. Rises with units out and with store count; rises with units when
/// only one count exists.
struct InventoryMeasure {
    static let windowDays = 90
    /// A count that no list has confirmed for longer than this says nothing about today.
    static let freshDays = 30

    let context: ScoreContext
    let day: CalendarDay

    func measure(_ evidence: ProductEvidence) -> ComponentResult {
        var summary = StockSummary()
        var newestAge: Int?
        for listing in evidence.listings where listing.firstSeen <= day {
            guard let (history, end) = observed(listing) else { continue }
            let age = day.distance(from: end)
            guard age <= Self.freshDays, context.isOffered(listing, asOf: day) else {
                newestAge = min(newestAge ?? age, age)
                continue
            }
            summary.add(history, until: end)
        }
        if summary.listings > 0 { return summary.result }
        return .missing(newestAge.map { .staleStock(daysOld: $0) } ?? .noStock)
    }

    /// The observations in the window with the one that was valid when it began, and the last day they hold for.
    private func observed(_ listing: ListingEvidence) -> (ArraySlice<StockObservation>, CalendarDay)? {
        let known = listing.stock.count(upTo: day, by: \.day)
        guard known > 0 else { return nil }
        let before = listing.stock.count(upTo: day.saturatingEarlier(by: Self.windowDays), by: \.day)
        let history = listing.stock[max(0, min(before - 1, known - 1))..<known]
        let last = listing.stock[known - 1].day
        return (history, max(last, context.lastConfirmed(listing, asOf: day) ?? last))
    }
}
