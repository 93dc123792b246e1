package import Catalog

/// What a forecast says of one day people look ahead to.
package struct ViewedForecast: Sendable, Hashable {
    package let view: ForecastView
    package let day: CalendarDay
    package let value: Double
    package let low80: Double
    package let high80: Double
    package let low95: Double
    package let high95: Double
}
