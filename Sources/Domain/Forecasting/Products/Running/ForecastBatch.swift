import Catalog
import Companies
import Foundation
import Postgres

/// Forecasts on their way into the database, as one array per column.
struct ForecastBatch {
    private(set) var count = 0
    var ids = ArrayBinding<UUID>()
    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var measures = ArrayBinding<String>()
    var steps = ArrayBinding<String>()
    var origins = ArrayBinding<CalendarDay>()
    var currencies = ArrayBinding<String>()
    var priceKinds = ArrayBinding<String>()
    var listings = ArrayBinding<UUID>()
    var categories = ArrayBinding<String>()
    var models = ArrayBinding<String>()
    var lastValues = ArrayBinding<Double>()
    var points = ArrayBinding<String>()
    var lows80 = ArrayBinding<String>()
    var highs80 = ArrayBinding<String>()
    var lows95 = ArrayBinding<String>()
    var highs95 = ArrayBinding<String>()
    var backtestErrors = ArrayBinding<Double>()
    var naiveErrors = ArrayBinding<Double>()
    var backtestOrigins = ArrayBinding<Int>()
    var observations = ArrayBinding<Int>()
    var reasons = ArrayBinding<String>()
    var widenings80 = ArrayBinding<String>()
    var widenings95 = ArrayBinding<String>()
    var prints = ArrayBinding<Blob>()

    var viewForecasts = ArrayBinding<UUID>()
    var views = ArrayBinding<Int>()
    var dues = ArrayBinding<CalendarDay>()
    var predicted = ArrayBinding<Double>()
    var viewLows80 = ArrayBinding<Double>()
    var viewHighs80 = ArrayBinding<Double>()
    var viewLows95 = ArrayBinding<Double>()
    var viewHighs95 = ArrayBinding<Double>()
    var originValues = ArrayBinding<Double>()
    var directions = ArrayBinding<Int>()

    mutating func append(_ outlook: ProductOutlook, of series: ProductSeries, id: UUID, print: [UInt8]) throws {
        count += 1
        ids.append(id)
        owners.append(series.product.owner)
        products.append(series.product.id)
        measures.append(series.measure.rawValue)
        steps.append(series.step.rawValue)
        origins.append(series.origin)
        currencies.append(series.price?.currency)
        priceKinds.append(series.price?.kind)
        listings.append(series.price?.listing)
        categories.append(series.category)
        models.append(outlook.model)
        lastValues.append(series.level)
        points.append(Self.list(outlook.points))
        lows80.append(Self.list(outlook.interval80.lower))
        highs80.append(Self.list(outlook.interval80.upper))
        lows95.append(Self.list(outlook.interval95.lower))
        highs95.append(Self.list(outlook.interval95.upper))
        backtestErrors.append(outlook.backtestError)
        naiveErrors.append(outlook.naiveError)
        backtestOrigins.append(outlook.origins)
        observations.append(series.observations)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        reasons.append(String(decoding: try encoder.encode(outlook.reasons), as: UTF8.self))
        // As applied: of weeks the views are 7, 28 and 91 days on.
        func applied(_ level: Double) -> String {
            Self.list(
                ForecastView.allCases.map {
                    outlook.widening.factor(level: level, days: $0.steps(of: series.step) * series.step.days)
                })
        }
        widenings80.append(applied(0.8))
        widenings95.append(applied(0.95))
        prints.append(Blob(print))
        for view in ForecastView.allCases {
            let place = view.steps(of: series.step) - 1
            guard outlook.points.indices.contains(place) else { continue }
            viewForecasts.append(id)
            views.append(view.rawValue)
            dues.append(series.dueDay(view))
            predicted.append(outlook.points[place])
            viewLows80.append(outlook.interval80.lower[place])
            viewHighs80.append(outlook.interval80.upper[place])
            viewLows95.append(outlook.interval95.lower[place])
            viewHighs95.append(outlook.interval95.upper[place])
            originValues.append(series.level)
            directions.append(
                ForecastDirection.sign(from: series.level, to: outlook.points[place], measure: series.measure))
        }
    }

    /// A PostgreSQL array in text form, because an array of arrays would have to be rectangular.
    private static func list(_ values: [Double]) -> String {
        "{" + values.lazy.map { "\($0)" }.joined(separator: ",") + "}"
    }
}
