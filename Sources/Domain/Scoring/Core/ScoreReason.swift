/// One fact behind a component's value. Kept as numbers; the sentence is made when somebody reads it.
package enum ScoreReason: Hashable, Sendable {
    case carried(by: Int, of: Int)
    case additions(Int, dropped: Int, days: Int)
    /// Every source has given one list only, so nothing can be new on it.
    case noEarlierList
    /// `share`: mean distance from the usual price, 0.1 = 10 %.
    case priceDeviation(share: Double, listings: Int, days: Int)
    /// `share` of days at least 5 % under the usual price.
    case discountedDays(share: Double)
    case unitsInStock(Double, listings: Int)
    case unitsOut(perDay: Double, daysOfCover: Double?)
    /// Fewer than two days of counts, or no stock on any of them.
    case velocityUnknown
    case stores(before: Double, now: Double)
    case storesUnknown
    /// Media were read, and none spoke of it.
    case noMention(sourcesRead: Int, days: Int)
    case mentions(Int, sources: Int, newestDaysOld: Int, days: Int)
    /// −1…1.
    case tone(Double)
    /// No word of judgement stands beside it.
    case toneUnknown
    /// `share`: 0.5 for interest as usual, 0.6 for half as much again.
    case searchLevel(share: Double, searches: Int, isProduct: Bool)
    /// `share`: 0.5 for interest as in the 4 weeks before.
    case searchSlope(share: Double)
    case searchSlopeUnknown

    /// The fact as a sentence without its full stop.
    package var sentence: String {
        switch self {
        case .carried(let carrying, let active):
            "\(carrying) of \(Wording.count(active, "source", "sources")) \(carrying == 1 ? "carries" : "carry") it"
        case .additions(let added, let dropped, let days):
            "\(added) added and \(dropped) dropped it in the last \(days) days"
        case .noEarlierList:
            "there is no earlier list to compare with"
        case .priceDeviation(let share, let listings, let days):
            "prices of \(Wording.count(listings, "listing", "listings")) stood on average"
                + " \(Wording.percent(share)) from their usual level over \(days) days"
        case .discountedDays(let share):
            "discounted by 5 % or more on \(Wording.percent(share)) of the days"
        case .unitsInStock(let units, let listings):
            "\(Wording.number(units)) units in stock at \(Wording.count(listings, "listing", "listings"))"
        case .unitsOut(let perDay, let cover):
            "\(Wording.number(perDay)) units out per day"
                + (cover.map { ", enough for \(Wording.number($0)) days" } ?? "")
        case .velocityUnknown:
            "velocity unknown: fewer than two days of counts, or no stock on any of them"
        case .stores(let before, let now):
            "\(Wording.number(now)) stores have it, \(Wording.number(before)) did before"
        case .storesUnknown:
            "number of stores unknown"
        case .noMention(let read, let days):
            "no mention in \(Wording.count(read, "source", "sources")) of media read in the last \(days) days"
        case .mentions(let count, let sources, let newest, let days):
            "\(Wording.count(count, "mention", "mentions")) in \(Wording.count(sources, "source", "sources"))"
                + " over \(days) days, the newest \(Wording.count(newest, "day", "days")) old"
        case .tone(let tone):
            "their tone is \(Wording.tone(tone)) (\(Wording.hundredths(tone)) of −1 to 1)"
        case .toneUnknown:
            "no word of judgement beside them"
        case .searchLevel(let share, let searches, let isProduct):
            "\(Wording.count(searches, "search", "searches")) for \(isProduct ? "it" : "its brand"):"
                + " interest of the last 4 weeks is \(Wording.ratio(share)) its usual level"
        case .searchSlope(let share):
            "and \(Wording.ratio(share)) that of the 4 weeks before"
        case .searchSlopeUnknown:
            "no counts of the 4 weeks before"
        }
    }
}
