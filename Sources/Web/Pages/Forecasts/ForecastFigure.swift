import Routes

/// A forecast with its words: the finding, the picture twice (wide, and narrow for phones), what is expected when, why, and what
/// came of earlier ones.
struct ForecastFigure: PageValue {
    let anchor: String
    let title: String
    let subtitle: String
    let wide: SafeMarkup
    let narrow: SafeMarkup
    let made: String
    let views: [ForecastViewLine]
    let steps: [ForecastViewLine]
    let reasons: [ReasonLine]
    let settled: [SettledLine]
    let events: [ForecastEvent]

    /// - Parameter events: newest first; those of the days drawn are shown.
    init(_ forecast: ShownForecast, events: [ForecastEvent] = [], zone: Zone, text: InterfaceText) {
        let title = Self.title(forecast, text)
        anchor = "forecast-\(forecast.unit.measure.rawValue)"
        self.title = title
        subtitle = Self.subtitle(forecast, text)
        let chart = FanChart(forecast, events: events, label: title, plot: .wide, text: text)
        wide = chart.markup(className: "wide")
        narrow = FanChart(forecast, events: events, label: title, plot: .narrow, text: text)
            .markup(className: "narrow")
        self.events = chart.events
        made = text.fill(
            .forecastMade,
            [
                "made": text.moment(forecast.madeAt, in: zone), "origin": text.day(forecast.origin),
                "model": forecast.model,
            ])
        views = forecast.views.map { view in
            ForecastViewLine(
                forecast, place: view.place, ahead: text.fill(.forecastAhead, ["days": NumberText.whole(view.days)]),
                text: text)
        }
        steps = forecast.points.indices.map { place in
            ForecastViewLine(
                forecast, place: place,
                ahead: text.fill(.forecastAhead, ["days": NumberText.whole((place + 1) * forecast.stepDays)]),
                text: text)
        }
        reasons = forecast.reasons.map { ReasonLine($0, of: forecast, text: text) }
        settled = forecast.settled.prefix(30).map { SettledLine($0, unit: forecast.unit, text: text) }
    }

    /// "Price is expected to fall from 39.90 EUR to 36.50 EUR in 30 days".
    private static func title(_ forecast: ShownForecast, _ text: InterfaceText) -> String {
        let unit = forecast.unit
        guard let view = forecast.views.dropFirst().first ?? forecast.views.first else { return "" }
        let (now, then) = (unit.units(forecast.level), unit.units(forecast.points[view.place]))
        let inside =
            forecast.band80.lower[view.place] <= forecast.level && forecast.level <= forecast.band80.upper[view.place]
        let key: TextKey =
            now == then
            ? .forecastStays
            : inside
                ? (then > now ? .forecastMayRise : .forecastMayFall) : (then > now ? .forecastRises : .forecastFalls)
        return text.fill(
            key,
            [
                "measure": unit.measure.word(text), "from": unit.words(forecast.level),
                "to": unit.words(forecast.points[view.place]), "days": NumberText.whole(view.days),
            ])
    }

    private static func subtitle(_ forecast: ShownForecast, _ text: InterfaceText) -> String {
        switch forecast.unit.measure {
        case .score: text[.forecastUnitScore]
        case .price:
            text.fill(
                .chartPriceSubtitle,
                ["currency": forecast.unit.currency ?? "", "kind": forecast.priceKind.words(text)])
        case .demand: text[forecast.stepDays == 7 ? .forecastUnitWeek : .forecastUnitDay]
        }
    }

    static let shape = Shape<ForecastFigure>([
        .text("anchor", \.anchor),
        .text("title", \.title),
        .text("subtitle", \.subtitle),
        .markup("wide", \.wide),
        .markup("narrow", \.narrow),
        .text("made", \.made),
        .list("views", \.views),
        .list("steps", \.steps),
        .list("reasons", \.reasons),
        .list("settled", \.settled),
        .list("events", \.events),
        .flag("hasEvents") { !$0.events.isEmpty },
        .flag("hasSettled") { !$0.settled.isEmpty },
    ])
}
