/// One fact behind a forecast, in numbers.
package enum ShownForecastReason: Sendable, Hashable {
    case level(value: Double, observations: Int)
    case trend(perWeek: Double)
    case season(strength: Double, days: Int)
    case model(name: String, error: Double?, naiveError: Double?, origins: Int)
    case constant
    case short(observations: Int)
    case comparable(series: Int, category: String?)
    case record(inside: Double, of: Int, days: Int, factor: Double)
    case width(low: Double, high: Double, days: Int)
    case surprise(below: Double, above: Double)
}
