/// By how much intervals of a quantity are made wider than the models make them, learned from forecasts whose truth has come.
///
/// The factor of a view and level is the quantile, at that level, of how many times its half of the interval a value lay from what was
/// said: split conformal prediction with the settled forecasts as the calibration set (Vovk, Gammerman and Shafer, 2005), which follows
/// a drift as new ones come. It never makes an interval narrower: among many prices that never move the few that do would be lost.
package struct RecordWidening: Sendable, Equatable {
    /// What one settled forecast says of its interval.
    struct Settled: Sendable, Equatable {
        let view: ForecastView
        let predicted: Double
        let low80: Double
        let high80: Double
        let low95: Double
        let high95: Double
        let actual: Double
        /// What the interval had been widened by.
        let widening80: Double
        let widening95: Double
    }

    /// Settled forecasts of a view from which a factor is learned, and how many of the newest count.
    static let least = 60
    static let most = 1_000
    /// More is not made of any interval: a model that far off is to be demoted.
    static let greatest = 4.0

    /// By view, in the order of `ForecastView.allCases`.
    package let factors80: [Double]
    package let factors95: [Double]
    /// What the record said of the intervals of 80 % as the models made them, of the view nearest to a month; nil where it says nothing.
    package let held: (inside: Double, of: Int, days: Int)?

    package static let none = RecordWidening([])

    /// - Parameter settled: of one quantity, newest first.
    init(_ settled: [Settled]) {
        let byView = ForecastView.allCases.map { view in
            Array(settled.lazy.filter { $0.view == view }.prefix(Self.most))
        }
        let reaches80 = byView.map { rows in rows.map { $0.reach($0.low80, $0.high80) * $0.widening80 } }
        let reaches95 = byView.map { rows in rows.map { $0.reach($0.low95, $0.high95) * $0.widening95 } }
        factors80 = Self.filled(reaches80.map { Self.factor($0, level: 0.8) })
        factors95 = Self.filled(reaches95.map { Self.factor($0, level: 0.95) })
        let known = zip(ForecastView.allCases, reaches80).filter { $1.count >= Self.least }
        let month = ForecastView.month.rawValue
        held = known.min { abs($0.0.rawValue - month) < abs($1.0.rawValue - month) }.map { view, reaches in
            (Double(reaches.count { $0 <= 1 }) / Double(reaches.count), reaches.count, view.rawValue)
        }
    }

    package static func == (left: RecordWidening, right: RecordWidening) -> Bool {
        left.factors80 == right.factors80 && left.factors95 == right.factors95
            && left.held?.inside == right.held?.inside && left.held?.of == right.held?.of
    }

    /// The factor so many days ahead: that of the views, and between them in a straight line.
    func factor(level: Double, days: Int) -> Double {
        let factors = level > 0.9 ? factors95 : factors80
        let views = ForecastView.allCases.map(\.rawValue)
        guard let after = views.firstIndex(where: { $0 >= days }) else { return factors[factors.count - 1] }
        guard after > 0 else { return factors[0] }
        let share = Double(days - views[after - 1]) / Double(views[after] - views[after - 1])
        return factors[after - 1] + share * (factors[after] - factors[after - 1])
    }

    /// What has no record yet takes the factor of the nearest view that has one, a shorter one first: no interval gets narrower with the
    /// days ahead for want of a record.
    private static func filled(_ factors: [Double?]) -> [Double] {
        factors.indices.map { place in
            factors[place] ?? factors[..<place].last { $0 != nil }.flatMap(\.self)
                ?? factors[(place + 1)...].first { $0 != nil }.flatMap(\.self) ?? 1
        }
    }

    /// - Parameter reaches: how many times the half of an interval each value lay away.
    /// - Returns: nil where too few have settled.
    private static func factor(_ reaches: [Double], level: Double) -> Double? {
        guard reaches.count >= least else { return nil }
        let rank = (Double(reaches.count + 1) * level).rounded(.up)
        let sorted = reaches.sorted()
        return min(greatest, max(1, sorted[min(sorted.count, Int(rank)) - 1]))
    }
}

extension RecordWidening.Settled {
    /// How many times its half of an interval the value lies from what was said; 0 where it was said exactly.
    func reach(_ low: Double, _ high: Double) -> Double {
        let miss = actual - predicted
        guard miss != 0 else { return 0 }
        let half = miss > 0 ? high - predicted : predicted - low
        return half > 0 ? abs(miss) / half : .infinity
    }
}
