import Routes

/// A sentence of why a forecast is as it is, with the evidence it can be checked by.
struct ReasonLine: PageValue {
    let sentence: String
    let evidence: Link?
    let evidenceName: String

    init(_ reason: ShownForecastReason, of forecast: ShownForecast, text: InterfaceText) {
        let unit = forecast.unit
        let product = TrendRoute.product(forecast.product).link
        let history: (Link, TextKey) =
            forecast.listing.map {
                (TrendRoute.listing(product: forecast.product, listing: $0).link, .forecastSeeListing)
            } ?? (product, .forecastSeeHistory)
        let record = (TrackRecordRoute.index.link, TextKey.forecastSeeRecord)
        let like: (Link, TextKey) = (
            TrendRoute.index(TrendsQuery(category: forecast.category)).link, .forecastSeeLike
        )
        let (words, found): (String, (Link, TextKey)?) =
            switch reason {
            case .level(let value, let observations):
                (
                    text.fill(
                        forecast.stepDays == 7 ? .reasonLevelWeeks : .reasonLevelDays,
                        ["value": unit.words(value), "count": NumberText.whole(observations)]), history
                )
            case .trend(let perWeek):
                (
                    unit.units(perWeek) == 0
                        ? text[.reasonTrendLevel]
                        : text.fill(
                            perWeek > 0 ? .reasonTrendUp : .reasonTrendDown, ["value": unit.words(perWeek.magnitude)]),
                    history
                )
            case .season(let strength, _):
                (text.fill(.reasonSeason, ["share": NumberText.percent(strength)]), history)
            case .model(let name, let error, let naive, let origins):
                (Self.model(name, error, naive, origins, unit, text), record)
            case .constant: (text[.reasonConstant], history)
            case .short(let observations):
                (text.fill(.reasonShort, ["count": NumberText.whole(observations)]), nil)
            case .comparable(let series, let category):
                (
                    series == 0
                        ? text[.reasonNothingLike]
                        : text.fill(
                            category == nil ? .reasonLike : .reasonLikeCategory, ["count": NumberText.whole(series)]),
                    series == 0 ? nil : like
                )
            case .record(let inside, let of, let days, let factor):
                (
                    text.fill(
                        .reasonRecord,
                        [
                            "count": NumberText.whole(of), "days": NumberText.whole(days),
                            "share": NumberText.percent(inside), "factor": NumberText.decimal(factor, digits: 1),
                        ]), record
                )
            case .width(let low, let high, let days):
                (
                    text.fill(.reasonWidth, ["days": NumberText.whole(days), "range": unit.range(low, high)]), record
                )
            case .surprise(let below, let above):
                (
                    text.fill(.reasonSurprise, ["below": unit.words(below), "above": unit.words(above)]), nil
                )
            }
        sentence = words
        evidence = found?.0
        evidenceName = found.map { text[$0.1] } ?? ""
    }

    private static func model(
        _ name: String, _ error: Double?, _ naive: Double?, _ origins: Int, _ unit: ForecastUnit, _ text: InterfaceText
    ) -> String {
        guard let error, let naive else { return text.fill(.reasonModelUntried, ["model": name]) }
        return text.fill(
            error <= naive ? .reasonModelAhead : .reasonModelBehind,
            [
                "model": name, "error": unit.words(error), "naive": unit.words(naive),
                "count": NumberText.whole(origins),
            ])
    }

    static let shape = Shape<ReasonLine>([
        .text("sentence", \.sentence),
        .link("evidence", optional: \.evidence),
        .text("evidenceName", \.evidenceName),
    ])
}
