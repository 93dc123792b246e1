/// Smoothing of sums over as many steps as lie between two demands (ADIDA: Nikolopoulos, Syntetos, Boylan, Petropoulos and
/// Assimakopoulos, 2011), or the mean of that over every span up to it (IMAPA: Petropoulos and Kourentzes, 2015).
package struct Aggregation: ForecastModel {
    /// Every span from one step, or the longest alone.
    package let isMultiple: Bool
    private static let smoothing = 0.1...0.3

    package init(multiple: Bool) { isMultiple = multiple }

    package var name: String { isMultiple ? "imapa" : "adida" }

    package func fit(_ history: History) -> (any FittedModel)? {
        guard let series = ScaledSeries(history), let demand = Demand(series) else { return nil }
        let values = ContiguousArray(series.values.lazy.filter { !$0.isNaN })
        let longest = min(max(1, Int(demand.meanInterval.rounded())), max(1, values.count / 2))
        let spans = isMultiple ? Array(1...longest) : [longest]
        let smoothing = spans.map { span in
            (span: span, rate: SimpleSmoothing.best(Self.sums(values, span), in: Self.smoothing))
        }
        return SettledFit(AggregationParameters(smoothing: smoothing), over: series)
    }

    /// Sums over whole spans up to the last value.
    private static func sums(_ values: ContiguousArray<Double>, _ span: Int) -> ContiguousArray<Double> {
        var sums = ContiguousArray<Double>()
        sums.reserveCapacity(values.count / span)
        for start in stride(from: values.count % span, to: values.count, by: span) {
            var sum = 0.0
            for step in start..<(start + span) { sum += values[step] }
            sums.append(sum)
        }
        return sums
    }
}
