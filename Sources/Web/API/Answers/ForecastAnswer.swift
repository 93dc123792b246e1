package import Catalog
package import Forecasting
package import Foundation

/// What is expected of a product: its current forecasts, why some quantities have none, and what came of earlier ones.
package struct ForecastAnswer: Sendable {
    private let product: UUID
    private let forecasts: [ProductForecast]
    private let refusals: [ForecastState]
    private let settled: [SettledForecast]
    private let asOf: CalendarDay?

    /// - Parameters:
    ///   - states: of all quantities; those that have a forecast are left out.
    ///   - settled: as ``SettledForecast/of(product:)`` reads them, at most ``SettledForecast/most``.
    ///   - asOf: the day the company's data is of.
    package init(
        product: UUID, forecasts: [ProductForecast], states: [ForecastState], settled: [SettledForecast],
        asOf: CalendarDay? = nil
    ) {
        self.product = product
        self.forecasts = forecasts
        refusals = states.filter { $0.refusal != nil }
        self.settled = settled
        self.asOf = asOf
    }

    package var bytes: [UInt8] {
        let meta = AnswerMeta(
            total: forecasts.count, hasMore: settled.count >= SettledForecast.most, asOf: asOf)
        let steps = forecasts.reduce(0) { $0 + $1.points.count }
        return Envelope.object(meta: meta, capacity: 4_096 + steps * 128 + settled.count * 256) { data in
            data.field("kind", "product")
            data.field("id", product)
            data.array("forecasts") { items in
                for forecast in forecasts { items.object { $0.forecast(forecast) } }
            }
            data.array("refusals") { items in
                for refusal in refusals {
                    items.object { fields in
                        fields.field("measure", refusal.measure.rawValue)
                        fields.field("reason", refusal.refusal?.rawValue)
                        fields.field("observations", refusal.observations)
                    }
                }
            }
            data.array("settled") { items in
                for one in settled { items.object { $0.settled(one) } }
            }
            data.links(product: product)
        }
    }
}

extension JSONFields {
    fileprivate mutating func forecast(_ forecast: ProductForecast) {
        field("id", forecast.id)
        field("measure", forecast.measure.rawValue)
        field("currency", forecast.price?.currency)
        field("price_kind", forecast.price?.kind)
        field("listing", forecast.price?.listing)
        field("step", forecast.step.rawValue)
        field("origin", forecast.origin)
        field("made_at", forecast.madeAt)
        field("model", forecast.model)
        field("level", forecast.lastValue)
        field("observations", forecast.observations)
        object("backtest") { backtest in
            backtest.field("error", forecast.backtestError)
            backtest.field("naive_error", forecast.naiveError)
            backtest.field("origins", forecast.origins)
        }
        array("views") { views in
            for view in ForecastView.allCases {
                guard let one = forecast.view(view) else { continue }
                views.object { fields in
                    fields.field("days", one.view.rawValue)
                    fields.field("date", one.day)
                    fields.bounds(one.value, one.low80, one.high80, one.low95, one.high95)
                }
            }
        }
        array("points") { points in
            for place in forecast.points.indices {
                points.object { fields in
                    fields.field("date", forecast.day(ahead: place + 1))
                    fields.bounds(
                        forecast.points[place], forecast.interval80.lower[place], forecast.interval80.upper[place],
                        forecast.interval95.lower[place], forecast.interval95.upper[place])
                }
            }
        }
        array("reasons") { reasons in
            for reason in forecast.reasons { reasons.object { $0.reason(reason) } }
        }
    }

    private mutating func bounds(_ value: Double, _ low80: Double, _ high80: Double, _ low95: Double, _ high95: Double)
    {
        field("value", value)
        field("low_80", low80)
        field("high_80", high80)
        field("low_95", low95)
        field("high_95", high95)
    }

    /// A clause: what it is of, a name where it has one, and its numbers.
    private mutating func reason(_ reason: ForecastReason) {
        switch reason {
        case .level(let value, let observations):
            clause("level", nil, [("value", value), ("observations", Double(observations))])
        case .trend(let perWeek): clause("trend", nil, [("per_week", perWeek)])
        case .season(let strength, let days): clause("season", nil, [("strength", strength), ("days", Double(days))])
        case .model(let name, let error, let naiveError, let origins):
            clause("model", name, [("error", error), ("naive_error", naiveError), ("origins", Double(origins))])
        case .constant: clause("constant", nil, [])
        case .short(let observations): clause("short", nil, [("observations", Double(observations))])
        case .comparable(let series, let category): clause("comparable", category, [("series", Double(series))])
        case .record(let inside, let of, let days, let factor):
            clause(
                "record", nil, [("inside", inside), ("of", Double(of)), ("days", Double(days)), ("factor", factor)])
        case .width(let low, let high, let days):
            clause("width", nil, [("low", low), ("high", high), ("days", Double(days))])
        case .surprise(let below, let above): clause("surprise", nil, [("below", below), ("above", above)])
        }
    }

    private mutating func clause(_ kind: String, _ subject: String?, _ numbers: [(String, Double?)]) {
        field("kind", kind)
        field("subject", subject)
        array("numbers") { items in
            for (name, value) in numbers {
                items.object { fields in
                    fields.field("name", name)
                    fields.field("value", value)
                }
            }
        }
    }

    fileprivate mutating func settled(_ one: SettledForecast) {
        field("measure", one.measure.rawValue)
        field("kind", one.kind.rawValue)
        field("days", one.view)
        field("origin", one.origin)
        field("date", one.due)
        bounds(one.predicted, one.low80, one.high80, one.low95, one.high95)
        field("actual", one.actual)
        field("model", one.model)
    }
}
