/// How far one listing's prices stray from their usual level.
struct PriceFirmness {
    /// A price and how many days it held.
    struct Span {
        let price: Double
        let days: Int
    }

    /// A price this far under the usual one is a discount.
    static let discountStep = 0.05
    /// Stability is used up when prices stray on average by one part in this many.
    static let deviationScale = 4.0

    /// 0–100.
    let value: Double
    /// Mean over days of |price − usual| / usual.
    let deviation: Double
    /// Share of days at a discount, 0–0.5.
    let discounted: Double

    /// Nil when the spans cover fewer than two days.
    init?(_ spans: [Span]) {
        let days = spans.reduce(0) { $0 + $1.days }
        guard days >= 2 else { return nil }
        let usual = Self.usualPrice(spans, days: days)
        var strayed = 0.0
        var cheapDays = 0
        for span in spans {
            strayed += abs(span.price - usual) / usual * Double(span.days)
            if span.price <= usual * (1 - Self.discountStep) { cheapDays += span.days }
        }
        deviation = strayed / Double(days)
        discounted = min(0.5, Double(cheapDays) / Double(days))
        value = 60 * (1 - min(1, Self.deviationScale * deviation)) + 40 * (1 - 2 * discounted)
    }

    /// The upper median over days: with two prices for as many days, the higher one is the usual one.
    private static func usualPrice(_ spans: [Span], days: Int) -> Double {
        if spans.count == 1 { return spans[0].price }
        var remaining = days
        for span in spans.sorted(by: { $0.price > $1.price }) {
            remaining -= span.days
            if remaining * 2 <= days { return span.price }
        }
        return spans[0].price
    }
}
