/// An order with its coefficients and how well it does.
struct ArimaCandidate {
    let parameters: ArimaParameters
    let start: ArimaStart
    /// AICc; less is better.
    let criterion: Double
}
