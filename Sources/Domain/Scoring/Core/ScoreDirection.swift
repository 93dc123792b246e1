/// Whether a larger component value speaks for the product or against it.
package enum ScoreDirection: String, Codable, Sendable {
    case higherIsBetter, lowerIsBetter
}
