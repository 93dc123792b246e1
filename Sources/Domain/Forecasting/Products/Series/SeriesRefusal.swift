/// Why a quantity of a product is not forecast. Twin of the check on `forecast_states.refusal`.
package enum SeriesRefusal: String, Sendable, Hashable, CaseIterable {
    /// It was never observed: no score, no priced offer, no stock counts.
    case nothing
    /// It was observed fewer than three times.
    case tooFew = "too_few"

    /// Observations a forecast needs.
    package static let leastObservations = 3
}
