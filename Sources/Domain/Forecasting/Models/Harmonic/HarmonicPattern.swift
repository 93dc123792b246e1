import Foundation

/// Sine waves of known size.
struct HarmonicPattern {
    let period: Double
    /// Of sine and cosine of each wave in turn.
    let weights: ContiguousArray<Double>
    /// What the regression did not explain.
    let squares: Double

    /// What the pattern adds to a step.
    func value(_ step: Int) -> Double {
        var sum = 0.0
        for wave in 0..<(weights.count / 2) {
            let angle = 2 * Double.pi * Double(wave + 1) * Double(step) / period
            sum += weights[2 * wave] * sin(angle) + weights[2 * wave + 1] * cos(angle)
        }
        return sum
    }
}
