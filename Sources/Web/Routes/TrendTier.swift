/// The tier of a trend score, from hottest to coldest, with its spelling in a URL.
package enum TrendTier: String, CaseIterable, Sendable {
    case viral, trending, emerging, stable, declining
}
