/// What the values of a series are, which says how they stray.
package enum SeriesKind: String, CaseIterable, Codable, Sendable {
    /// How many: mentions, sales, listings. Strays more at a higher level, never less than chance alone would; below
    /// zero there is nothing.
    case counts
    /// How much: scores, search interest, prices. Strays as it has strayed.
    case amounts
}
