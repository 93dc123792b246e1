import Foundation

/// Forecasts quantities of products as far as people look ahead.
///
/// Series with enough history are forecast by what did best in the past of series like them; a short one and one that never changed keep
/// their level, between bounds that like series of the category moved within. The same input gives the same answer.
package struct ProductForecaster: Sendable {
    /// Known values from which models are tried.
    package static let leastForModels = 8
    /// Names of what short series get: the last value, of demand the mean of the last week's days or four weeks.
    package static let levelModel = "level"

    private let barred: [BarredModel]
    private let widenings: [ForecastMeasure: RecordWidening]
    private let threads: Int

    /// - Parameter widenings: what the record asks of intervals.
    package init(
        barred: [BarredModel] = [], widenings: [ForecastMeasure: RecordWidening] = [:], threads: Int = 2
    ) {
        self.barred = barred
        self.widenings = widenings
        self.threads = threads
    }

    /// The names that may not forecast a series.
    package func barred(for series: ProductSeries) -> Set<String> {
        Set(
            barred.lazy.filter {
                $0.measure == series.measure && ($0.category == nil || $0.category == series.category)
            }
            .map(\.model))
    }

    /// - Parameters:
    ///   - thorough: products whose long series get every model and trees; those of others are chosen for among quick models.
    ///     nil for all.
    ///   - progress: told how many of the series are done, from any thread.
    /// - Returns: for each series; nil where it has fewer than three observations.
    package func forecast(
        _ all: [ProductSeries], thorough: Set<ForecastedProduct>? = nil,
        progress: @Sendable (_ done: Int) -> Void = { _ in }
    ) -> [ProductOutlook?] {
        var outlooks = [ProductOutlook?](repeating: nil, count: all.count)
        var done = 0
        for measure in ForecastMeasure.allCases {
            for step in [SeriesStep.day, .week] {
                let places = all.indices.filter {
                    all[$0].measure == measure && all[$0].step == step
                        && all[$0].observations >= SeriesRefusal.leastObservations
                }
                guard !places.isEmpty else { continue }
                let rich = places.filter { Self.isRich(all[$0]) }
                let richPlaces = Set(rich)
                let widths = BorrowedWidths(measure, places.filter { all[$0].values.count > 1 }.map { all[$0] })
                for place in places where !richPlaces.contains(place) { outlooks[place] = plain(all[place], widths) }
                done += places.count - rich.count
                let kinds = Dictionary(grouping: rich) { kind(of: all[$0], thorough: thorough) }
                for kind in kinds.keys.sorted(by: { $0.order < $1.order }) {
                    let members = kinds[kind] ?? []
                    let before = done
                    let forecasts = Forecaster(kind.options).forecast(
                        SeriesSet(members.map { all[$0].timeSeries }, step: step, season: kind.season),
                        horizon: ForecastView.horizon(of: step), threads: threads
                    ) { count, _ in progress(before + count) }
                    for (place, forecast) in zip(members, forecasts) {
                        outlooks[place] = ProductOutlook(
                            forecast, of: all[place], widening: widenings[measure] ?? .none, reasons: [])
                    }
                    done += members.count
                }
                progress(done)
            }
        }
        return outlooks
    }

    /// Whether models have anything to learn from: enough values, and not all the same.
    private static func isRich(_ series: ProductSeries) -> Bool {
        let known = series.values.lazy.filter(\.isFinite)
        guard known.count >= leastForModels, let first = known.first else { return false }
        return known.contains { $0 != first }
    }

    private func plain(_ series: ProductSeries, _ widths: BorrowedWidths) -> ProductOutlook {
        let isConstant = Set(series.values.filter(\.isFinite)).count == 1
        let observations = series.observations
        let (forecast, comparable) = widths.forecast(
            level: series.level, observations: observations, horizon: ForecastView.horizon(of: series.step),
            category: series.category, model: Self.levelModel)
        let why =
            isConstant && observations >= Self.leastForModels
            ? ForecastReason.constant : .short(observations: observations)
        return ProductOutlook(
            forecast, of: series, widening: widenings[series.measure] ?? .none, reasons: [why, comparable])
    }

    /// How series that are forecast together are.
    private struct Kind: Hashable {
        enum Models: Int { case short, quick, thorough }

        let season: Int
        let models: Models
        let isPrice: Bool
        let barred: [String]

        var order: String { "\(season) \(models.rawValue) \(isPrice) \(barred)" }

        var options: ForecastOptions {
            var options: ForecastOptions =
                switch models {
                case _ where isPrice: .prices(isThorough: models == .thorough)
                case .short: .shortProducts
                case .quick: .quickProducts
                case .thorough: ForecastOptions(season: season)
                }
            options.barred = Set(barred)
            return options
        }
    }

    private func kind(of series: ProductSeries, thorough: Set<ForecastedProduct>?) -> Kind {
        let barred = barred(for: series).sorted()
        let length = series.values.count
        // Weeks of two years show a year; days of eight weeks show a week.
        let isLong = length >= (series.step == .week ? 104 : 56)
        let season = series.step == .week || length < 28 ? 1 : 7
        let isThorough = thorough?.contains(series.product) ?? true
        return Kind(
            season: season, models: !isLong ? .short : isThorough ? .thorough : .quick,
            isPrice: series.measure == .price, barred: barred)
    }
}

extension ProductSeries {
    fileprivate var timeSeries: TimeSeries { TimeSeries(id: product.id.uuidString, start: start, values: values) }
}
