/// What is known of one quantity at even steps, with the name and the dates it was filed under.
package struct TimeSeries: Sendable {
    /// As the file names it.
    package let id: String
    /// Number of the first value's step, as its set's `SeriesStep` counts them.
    package let start: Int
    /// Oldest first; NaN where nothing was observed. Never infinite.
    package let values: [Double]
    /// What one piece cost at each step, as long as `values`; NaN where unknown. Empty where prices are not known at all.
    package let prices: [Double]

    package init(id: String, start: Int = 0, values: [Double], prices: [Double] = []) {
        self.id = id
        self.start = start
        self.values = values.map { $0.isFinite ? $0 : .nan }
        self.prices = prices.count == values.count ? prices : []
    }

    /// The first `count` values alone; all of them where there are fewer.
    package func prefix(_ count: Int) -> TimeSeries {
        TimeSeries(
            id: id, start: start, values: Array(values.prefix(max(0, count))),
            prices: Array(prices.prefix(max(0, count))))
    }
}
