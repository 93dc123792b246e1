/// The word for where a trend score stands, best first.
package enum TrendTier: String, CaseIterable, Codable, Sendable {
    case viral, trending, emerging, stable, declining
}
