/// Coefficients of a stationary autoregression from its partial autocorrelations, each between -1 and 1, so that a search over these
/// never leaves the stationary region (Durbin, 1960; Barndorff-Nielsen and Schou, 1973).
enum PartialAutocorrelations {
    static func coefficients(_ partials: ArraySlice<Double>) -> ContiguousArray<Double> {
        var coefficients = ContiguousArray<Double>()
        for partial in partials {
            let reversed = coefficients.reversed()
            coefficients = ContiguousArray(zip(coefficients, reversed).map { $0 - partial * $1 })
            coefficients.append(partial)
        }
        return coefficients
    }
}
