/// Series of one step and season that are forecast together.
package struct SeriesSet: Sendable {
    package let series: [TimeSeries]
    package let step: SeriesStep
    /// Steps after which the pattern comes round again; 1 where none does.
    package let season: Int
    /// Whose public holidays move the series; nil where that is not known.
    package let country: Country?

    package init(_ series: [TimeSeries], step: SeriesStep = .index, season: Int, country: Country? = nil) {
        self.series = series
        self.step = step
        self.season = max(1, season)
        self.country = country
    }

    /// The same with other series.
    package func with(_ series: [TimeSeries]) -> SeriesSet {
        SeriesSet(series, step: step, season: season, country: country)
    }
}
