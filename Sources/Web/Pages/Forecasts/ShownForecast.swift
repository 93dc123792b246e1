/// A forecast of a product, ready to be drawn and told.
package struct ShownForecast: Sendable {
    /// A known value of the past.
    package struct Known: Sendable, Hashable {
        package let day: DayStamp
        package let value: Double

        package init(day: DayStamp, value: Double) {
            self.day = day
            self.value = value
        }
    }

    /// The bounds that a share of values is expected between, one a step.
    package struct Band: Sendable, Hashable {
        package let lower: [Double]
        package let upper: [Double]

        package init(lower: [Double], upper: [Double]) {
            self.lower = lower
            self.upper = upper
        }
    }

    package let unit: ForecastUnit
    package let priceKind: ShownPriceKind
    package let product: String
    /// Whose price it is.
    package let listing: String?
    /// The product's category, for a link to those like it.
    package let category: String?
    /// The last day anything was observed on.
    package let origin: DayStamp
    package let madeAt: MomentStamp
    /// Days from one step to the next: 1 or 7.
    package let stepDays: Int
    package let model: String
    package let level: Double
    package let points: [Double]
    package let band80: Band
    package let band95: Band
    /// Oldest first.
    package let history: [Known]
    /// Newest first.
    package let settled: [SettledMark]
    package let reasons: [ShownForecastReason]

    package init(
        unit: ForecastUnit, priceKind: ShownPriceKind = .unknown, product: String, listing: String? = nil,
        category: String? = nil, origin: DayStamp, madeAt: MomentStamp, stepDays: Int, model: String, level: Double,
        points: [Double], band80: Band, band95: Band, history: [Known], settled: [SettledMark] = [],
        reasons: [ShownForecastReason] = []
    ) {
        self.unit = unit
        self.priceKind = priceKind
        self.product = product
        self.listing = listing
        self.category = category
        self.origin = origin
        self.madeAt = madeAt
        self.stepDays = stepDays
        self.model = model
        self.level = level
        self.points = points
        self.band80 = band80
        self.band95 = band95
        self.history = history
        self.settled = settled
        self.reasons = reasons
    }

    /// Days people look ahead, each with the place of its step.
    var views: [(days: Int, place: Int)] {
        [7, 30, 90].map { days in (days, stepDays == 7 ? max(1, (days + 3) / 7) - 1 : days - 1) }
            .filter { points.indices.contains($0.place) }
    }

    func day(_ place: Int) -> DayStamp {
        DayStamp(daysSince2000: origin.daysSince2000 + Int32(clamping: (place + 1) * stepDays))
    }
}
