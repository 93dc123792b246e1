/// What a shape must show before it is named.
package struct ShapeSettings: Hashable, Sendable {
    /// Length of the season in days.
    package var seasonDays = 365.25
    /// Fewer known values have no shape.
    package var fewestPoints = 12
    /// How much better than "nothing happened" and "it wanders" a shape must explain the series, as a difference of
    /// information criteria.
    package var clearBy = 6.0
    /// How much better than every other shape.
    package var betterBy = 2.0
    /// A rise or fall of less than this share of the level over the whole series is a plateau.
    package var materialShare = 0.1
    /// A plateau is certain when no rise or fall of this share of the level fits into the interval of the slope.
    package var plateauShare = 0.35
    /// How much of the last year's variance the years before it must explain.
    package var heldOutShare = 0.2

    package init() {}
}
