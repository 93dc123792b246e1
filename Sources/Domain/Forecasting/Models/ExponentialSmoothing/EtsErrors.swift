import Foundation

/// What a likelihood needs to know of the one-step errors of a run.
struct EtsErrors {
    /// Of the errors, relative ones where the form has a multiplicative error; infinite where the model broke down.
    var squares = 0.0
    /// Sum of the logarithms of what was expected; 0 for an additive error.
    var logarithms = 0.0

    /// Minus twice the concentrated log-likelihood, up to a constant of the series (Hyndman et al., 2008, equation 5.3).
    /// - Parameter count: observations.
    func deviance(_ count: Int) -> Double {
        InformationCriterion.deviance(squares: squares, observations: count) + 2 * logarithms
    }

    /// What relative errors are to be multiplied by for their squares to be least where they are likeliest: the geometric mean of what
    /// was expected, since `deviance` is the logarithm of that sum.
    func weight(_ count: Int) -> Double { exp(logarithms / Double(count)) }
}
