/// How a series has moved, as seen from its end.
package enum TrendShape: String, CaseIterable, Codable, Sendable {
    /// It went up, came down again and is where it was.
    case spike
    /// It rises and still does; it may have begun to within the series.
    case slope
    /// It repeats every year, and did so in a year that was held back.
    case seasonal
    /// It keeps a level: the same all along, or the one it reached by a change that has held since.
    case plateau
    /// It falls and still does.
    case decline
    /// Fewer values than a verdict needs.
    case tooShort = "too_short"
    /// Enough values, but they speak for nothing, or for two things.
    case unclear
}
