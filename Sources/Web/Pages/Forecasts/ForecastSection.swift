import Routes

/// What is expected of a product, on its page.
package struct ForecastSection: PageValue {
    /// A quantity that cannot be forecast.
    package struct Refusal: Sendable {
        package let measure: ShownMeasure
        /// 0 for one that was never observed.
        package let observations: Int

        package init(measure: ShownMeasure, observations: Int) {
            self.measure = measure
            self.observations = observations
        }
    }

    let figures: [ForecastFigure]
    let refusals: [ForecastRefusalLine]
    let isEmpty: Bool

    init(
        _ forecasts: [ShownForecast], refusals: [Refusal] = [], events: [ForecastEvent] = [], zone: Zone,
        text: InterfaceText
    ) {
        figures = forecasts.map { ForecastFigure($0, events: events, zone: zone, text: text) }
        self.refusals = refusals.map { ForecastRefusalLine($0, text: text) }
        isEmpty = forecasts.isEmpty && refusals.isEmpty
    }

    package static let shape = Shape<ForecastSection>([
        .list("figures", \.figures),
        .list("refusals", \.refusals),
        .flag("isEmpty", \.isEmpty),
        .link("record") { _ in TrackRecordRoute.index.link },
    ])
}
