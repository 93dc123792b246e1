import Catalog

/// How firm the prices of a product are (0–100).
///
///     usual     = the price that half of the days were at or above (median over days)
///     stability = 1 − min(1, 4 × mean over days of |price − usual| / usual)
///     discount  = share of days priced at least 5 % under the usual price, at most one half
///     price     = 60 × stability + 40 × (1 − 2 × discount)
///
/// over the 180 days up to the day asked about, per listing, then the mean over listings. A price that never moved
/// is 100; one that strays from its usual level by 25 % on average and is discounted half of the time is 0. Falls
/// as a discount gets deeper or longer; does not depend on currency or level, so listings need no exchange rates.
/// Needs a price on two different days: two observations, or one that a later list of the source confirms.
struct PriceMeasure {
    static let windowDays = 180

    let context: ScoreContext
    let day: CalendarDay

    func measure(_ evidence: ProductEvidence) -> ComponentResult {
        var total = 0.0
        var deviation = 0.0
        var discounted = 0.0
        var listings = 0
        for listing in evidence.listings where listing.firstSeen <= day {
            guard let firmness = firmness(of: listing) else { continue }
            total += firmness.value
            deviation += firmness.deviation
            discounted += firmness.discounted
            listings += 1
        }
        guard listings > 0 else { return .missing(.tooFewPrices(withinDays: Self.windowDays)) }
        let count = Double(listings)
        return .measured(
            min(100, max(0, total / count)),
            reasons: [
                .priceDeviation(share: deviation / count, listings: listings, days: Self.windowDays),
                .discountedDays(share: discounted / count),
            ])
    }

    private func firmness(of listing: ListingEvidence) -> PriceFirmness? {
        let windowStart = day.saturatingEarlier(by: Self.windowDays - 1)
        var end = context.lastConfirmed(listing, asOf: day)
        var spans: [PriceFirmness.Span] = []
        var currency: Currency?
        var nextDay: CalendarDay?
        for price in listing.prices[..<listing.prices.count(upTo: day, by: \.day)].reversed() {
            // Of several prices on one day the last one stands.
            guard price.minorUnits > 0, price.day != nextDay else { continue }
            // Only the latest run of one currency: a change of currency is not a change of price.
            if let currency, currency != price.currency { break }
            currency = price.currency
            nextDay = price.day
            let start = max(price.day, windowStart)
            let until = max(end ?? price.day, price.day)
            if until >= start {
                let days = until.distance(from: start) + 1
                spans.append(PriceFirmness.Span(price: Double(price.minorUnits), days: days))
            }
            if price.day <= windowStart { break }
            end = price.day.saturatingEarlier(by: 1)
        }
        return PriceFirmness(spans)
    }
}
