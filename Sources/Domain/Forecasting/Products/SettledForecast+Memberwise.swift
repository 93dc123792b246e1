package import Catalog

extension SettledForecast {
    /// What was said and came from its parts, for what is not read from the database: samples and tests.
    package init(
        measure: ForecastMeasure, kind: ForecastKind, view: Int, origin: CalendarDay, due: CalendarDay,
        predicted: Double, low80: Double, high80: Double, low95: Double, high95: Double, actual: Double, model: String
    ) {
        self.measure = measure
        self.kind = kind
        self.view = view
        self.origin = origin
        self.due = due
        self.predicted = predicted
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
        self.actual = actual
        self.model = model
    }
}
