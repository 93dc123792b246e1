/// How far ahead people look, in days. Twin of the check on `forecast_settlements.view_days`.
package enum ForecastView: Int, Sendable, Hashable, CaseIterable {
    case week = 7
    case month = 30
    case quarter = 90

    /// The nearest number of steps ahead: 1, 4 and 13 of weeks.
    package func steps(of step: SeriesStep) -> Int {
        step == .week ? max(1, (rawValue + 3) / 7) : rawValue
    }

    /// The furthest view in steps.
    package static func horizon(of step: SeriesStep) -> Int { quarter.steps(of: step) }
}
