/// What is known of one quantity, at even steps up to now.
package struct History: Sendable {
    /// Oldest first; NaN where nothing was observed (a stock-out, a closed day, a gap). Never infinite.
    package let values: [Double]
    /// Steps after which the pattern comes round again: 7 for days of a week, 12 for months of a year; 1 where none does.
    package let season: Int

    package init(_ values: [Double], season: Int) {
        self.values = values.map { $0.isFinite ? $0 : .nan }
        self.season = max(1, season)
    }
}
