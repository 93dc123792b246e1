import Catalog

@testable import Scoring

func day(_ offset: Int) -> CalendarDay { CalendarDay(daysSince2000: Int32(8_000 + offset)) }

func prices(_ steps: [(Int, Int64)], currency: Currency = .eur) -> [PriceObservation] {
    steps.map { PriceObservation(day: day($0.0), minorUnits: $0.1, currency: currency) }
}

func stock(_ steps: [(Int, Int64)]) -> [StockObservation] {
    steps.map { StockObservation(day: day($0.0), units: $0.1) }
}

/// Sources with lists every seventh day from day -400 to day 0.
func weeklyContext(sources: Int) -> ScoreContext {
    let days = stride(from: -399, through: 0, by: 7).map(day)
    return ScoreContext(sources: Array(repeating: SourceCalendar(listDays: days), count: sources))
}

func listing(
    source: Int = 0, first: Int = -399, last: Int = 0, prices: [PriceObservation] = [],
    stock: [StockObservation] = []
) -> ListingEvidence {
    ListingEvidence(source: source, firstSeen: day(first), lastSeen: day(last), prices: prices, stock: stock)
}

extension TrendScorer {
    func value(_ component: ScoreComponent, _ listings: [ListingEvidence], asOf: Int = 0) -> Double? {
        score(ProductEvidence(listings: listings), asOf: day(asOf))[component]?.result.value
    }
}
