import Foundation

/// How well models of unequal size explain the same series; less is better.
enum InformationCriterion {
    /// Minus twice the log-likelihood under normal errors whose variance is estimated, up to a constant of the series.
    static func deviance(squares: Double, observations: Int) -> Double {
        let count = Double(observations)
        // An error of rounding size is none: without a floor, the logarithm would reward it without end.
        return count * log(max(squares, count * 1e-24))
    }

    /// AICc (Hurvich and Tsai, 1989); infinite where there are too few observations for it.
    /// - Parameter deviance: minus twice the log-likelihood.
    static func corrected(_ deviance: Double, parameters: Int, observations: Int) -> Double {
        let (count, free) = (Double(parameters), Double(observations - parameters - 1))
        guard free > 0, deviance < .infinity else { return .infinity }
        return deviance + 2 * count + 2 * count * (count + 1) / free
    }
}
