/// Why a component could not be measured.
package enum MissingReason: Hashable, Sendable {
    /// Nothing of this kind is read yet.
    case notCollected
    /// No source has given a list lately.
    case noActiveSource(withinDays: Int)
    /// No listing was there yet on the day asked about.
    case noListing
    /// Fewer than two usable prices on different days within the window.
    case tooFewPrices(withinDays: Int)
    /// No source states stock.
    case noStock
    /// The newest stock count is too old to speak of today.
    case staleStock(daysOld: Int)
    /// It was missing when the score was published, and why is not on record any more.
    case notKept
    /// No medium and no community was read lately.
    case noMediaRead(withinDays: Int)
    /// Nothing was found, and media have been read for so many days only.
    case mediaReadTooShort(days: Int)
    /// No search that is counted is about this product or its brand.
    case noSearch
    /// Every series has fewer whole points, or none lately.
    case tooFewSearchPoints(atLeast: Int)

    /// The reason as a sentence without its full stop.
    package var sentence: String {
        switch self {
        case .notCollected: "no such signal is collected yet"
        case .noActiveSource(let days): "no source has given a list in the last \(days) days"
        case .noListing: "no listing is known on this day"
        case .tooFewPrices(let days): "fewer than two prices on different days in the last \(days) days"
        case .noStock: "no source states its stock"
        case .staleStock(let days): "the last stock count is \(days) days old"
        case .notKept: "it could not be measured then"
        case .noMediaRead(let days): "no medium was read in the last \(days) days"
        case .mediaReadTooShort(let days):
            "nothing was found in \(days) days of reading media; silence counts after \(MediaMeasure.silenceDays)"
        case .noSearch: "no search that is counted is about it"
        case .tooFewSearchPoints(let least): "fewer than \(least) counts of searches, or none in the last 4 weeks"
        }
    }
}
