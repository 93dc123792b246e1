/// When a forecast was made.
package enum ForecastKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// At the time.
    case live
    /// Later, with only what had been observed by the day it is of.
    case backcast
}
