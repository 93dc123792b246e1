import Foundation

/// The value below which a standard normal variable lies with a given probability.
enum NormalQuantile {
    /// - Parameter probability: what is not between 1e-12 and 1 − 1e-12 is moved there.
    static func value(_ probability: Double) -> Double {
        let probability = min(1 - 1e-12, max(1e-12, probability))
        var (low, high) = (-8.0, 8.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
