/// One fact behind a forecast of a product. Kept as numbers; the sentence is made when somebody reads it.
package enum ForecastReason: Sendable, Hashable, Codable {
    /// Where the quantity stood at the end, and of how many steps something is known.
    case level(value: Double, observations: Int)
    /// How it moved over the last eight weeks, per week.
    case trend(perWeek: Double)
    /// 0...1: how much of what moves beside the trend comes round again after so many days.
    case season(strength: Double, days: Int)
    /// What forecast, its mean absolute error in the backtest and that of the naive forecast; nil where the history is too short for one.
    case model(name: String, error: Double?, naiveError: Double?, origins: Int)
    /// It never changed, so that nothing of its own says how far it may move.
    case constant
    /// Too short a history for more than its level.
    case short(observations: Int)
    /// How far so many like series moved is how wide the intervals are; of all categories where none is named, of none where it is 0.
    case comparable(series: Int, category: String?)
    /// Of so many earlier forecasts a share lay within their 80 % bounds as models make them, so many days ahead; so the bounds are made
    /// so many times as wide.
    case record(inside: Double, of: Int, days: Int, factor: Double)
    /// What 80 of 100 values are expected between so many days on.
    case width(low: Double, high: Double, days: Int)
    /// What would be a surprise at the next step, and change the forecast most.
    case surprise(below: Double, above: Double)
}
