/// Whether a larger component value speaks for the product or against it.
package enum ScoreDirection: String, CaseIterable, Codable, Sendable {
    case higherIsBetter = "higher-is-better"
    /// Turned round before it is stored, and so tells the room left.
    case lowerIsBetter = "lower-is-better"

    /// A value of 0–100 so that more is better.
    func turned(_ value: Double) -> Double {
        switch self {
        case .higherIsBetter: value
        case .lowerIsBetter: 100 - value
        }
    }
}
