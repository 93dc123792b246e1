import Catalog
import Foundation

/// Draws series of which the truth is known; the same seed draws the same ones.
struct SeriesGenerator {
    private var random: SeededGenerator

    init(seed: UInt64, _ path: UInt64...) {
        random = SeededGenerator(seed: path.reduce(seed) { SeededGenerator.seed($0, for: "\($1)") })
    }

    mutating func real(_ range: ClosedRange<Double>) -> Double { random.real(range.lowerBound, range.upperBound) }

    mutating func int(_ range: ClosedRange<Int>) -> Int { random.int(range) }

    /// Standard normal (Box and Muller, 1958).
    mutating func normal() -> Double {
        let size = (-2 * log(1 - random.real(0, 1))).squareRoot()
        return size * cos(2 * Double.pi * random.real(0, 1))
    }

    /// A Poisson count, by inversion where the mean is small and a rounded normal beyond 500.
    mutating func poisson(_ mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        guard mean < 500 else { return max(0, (mean + mean.squareRoot() * normal()).rounded()) }
        var (count, probability) = (0.0, exp(-mean))
        var (sum, draw) = (probability, random.real(0, 1))
        while draw > sum, count < 5_000 {
            count += 1
            probability *= mean / count
            sum += probability
        }
        draw = count
        return draw
    }

    /// Values around means that may move.
    mutating func values(around means: [Double], _ noise: NoiseKind) -> [Double] {
        var last = normal()
        return means.map { mean in
            switch noise {
            case .poisson: return poisson(mean)
            case .overdispersed(let share):
                return poisson(mean * exp(share * normal() - share * share / 2))
            case .autoregressive(let kept, let share):
                last = kept * last + (1 - kept * kept).squareRoot() * normal()
                return mean * (1 + share * last)
            case .wild(let kept, let share):
                last = kept * last + (1 - kept * kept).squareRoot() * normal()
                let isWild = random.chance(5)
                return mean * (1 + share * (isWild ? 5 * normal() : last))
            }
        }
    }

    /// A walk of normal steps from `start`; each step's deviation is `share` of the start.
    mutating func walk(from start: Double, share: Double, steps: Int) -> [Double] {
        var value = start
        return (0..<steps).map { _ in
            value += start * share * normal()
            return value
        }
    }

    /// The values with a share of them, in percent, not known.
    mutating func withGaps(_ values: [Double], percent: Int) -> [Double] {
        values.map { random.chance(percent) ? .nan : $0 }
    }
}
