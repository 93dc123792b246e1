/// How right forecasts of one kind were, in numbers.
package struct RecordFigures: Sendable, Hashable {
    package let isBackcast: Bool
    package let measure: ShownMeasure
    /// ISO 4217; of prices alone.
    package let currency: String?
    package let days: Int
    /// nil for all of them.
    package let model: String?
    /// Its English label; nil for all of them.
    package let category: String?
    package let settled: Int
    package let pending: Int
    /// Shares inside the intervals, 0...1.
    package let coverage80: Double?
    package let coverage95: Double?
    /// The share whose direction was said rightly, its 95 % interval, and of how many.
    package let direction: Double?
    package let directionRange: ClosedRange<Double>?
    package let moved: Int
    package let baseRate: Double?
    /// Per cent.
    package let wape: Double?
    package let naiveWape: Double?
    package let bias: Double?
    package let mape: Double?

    package init(
        isBackcast: Bool, measure: ShownMeasure, currency: String?, days: Int, model: String?, category: String?,
        settled: Int, pending: Int, coverage80: Double?, coverage95: Double?, direction: Double?,
        directionRange: ClosedRange<Double>?, moved: Int, baseRate: Double?, wape: Double?, naiveWape: Double?,
        bias: Double?, mape: Double?
    ) {
        self.isBackcast = isBackcast
        self.measure = measure
        self.currency = currency
        self.days = days
        self.model = model
        self.category = category
        self.settled = settled
        self.pending = pending
        self.coverage80 = coverage80
        self.coverage95 = coverage95
        self.direction = direction
        self.directionRange = directionRange
        self.moved = moved
        self.baseRate = baseRate
        self.wape = wape
        self.naiveWape = naiveWape
        self.bias = bias
        self.mape = mape
    }
}
