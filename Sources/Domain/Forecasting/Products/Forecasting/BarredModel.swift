/// A model that may not forecast a measure, in one category or all.
package struct BarredModel: Sendable, Hashable {
    package let measure: ForecastMeasure
    /// nil for all.
    package let category: String?
    package let model: String

    package init(measure: ForecastMeasure, category: String?, model: String) {
        self.measure = measure
        self.category = category
        self.model = model
    }
}
