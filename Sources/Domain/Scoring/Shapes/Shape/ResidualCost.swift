import Foundation

/// How well an explanation fits when neighbouring residuals hang together.
///
/// Residuals are taken as a first-order autoregression with Laplace innovations, which forgives single wild values. A
/// random walk is the same with correlation 1, so that "it wanders" competes with every shape on equal terms.
struct ResidualCost {
    let places: [Int]
    /// The smallest mean innovation that counts, so that a perfect fit is not infinitely good.
    let floor: Double

    init(places: [Int], values: [Double]) {
        self.places = places
        floor = 1e-6 * max((values.max() ?? 0) - (values.min() ?? 0), .leastNormalMagnitude)
    }

    /// - Parameter parameters: numbers the explanation was free to choose; a place in time counts as one.
    func fit(_ form: ShapeFit.Form, _ residuals: [Double], parameters: Int) -> ShapeFit {
        let spread = RobustStatistics.spread(residuals)
        let correlation = Self.correlation(residuals, spread: spread)
        var sum = 0.0
        for next in places.indices.dropFirst() {
            let kept = pow(correlation, Double(places[next] - places[next - 1]))
            // After a gap an innovation is the sum of those within it.
            let widening = ((1 - kept * kept) / (1 - correlation * correlation)).squareRoot()
            sum += abs(residuals[next] - kept * residuals[next - 1]) / widening
        }
        let cost = criterion(sum) + Double(parameters + 1) * log(Double(places.count))
        return ShapeFit(form: form, cost: cost, correlation: correlation, noise: spread)
    }

    func wander(_ values: [Double]) -> ShapeFit {
        var sum = 0.0
        for next in places.indices.dropFirst() {
            sum += abs(values[next] - values[next - 1]) / Double(places[next] - places[next - 1]).squareRoot()
        }
        return ShapeFit(
            form: .wander, cost: criterion(sum), correlation: 0.98, noise: RobustStatistics.spread(values))
    }

    private func criterion(_ sum: Double) -> Double {
        let count = Double(max(1, places.count - 1))
        return 2 * count * log(max(floor, sum / count))
    }

    /// Of neighbours, wild ones cut at three deviations; 0–0.98.
    private static func correlation(_ residuals: [Double], spread: Double) -> Double {
        guard spread > 0 else { return 0 }
        let cut = residuals.map { min(3, max(-3, $0 / spread)) }
        let products = zip(cut, cut.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = cut.dropLast().reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? min(0.98, max(0, products / squares)) : 0
    }
}
