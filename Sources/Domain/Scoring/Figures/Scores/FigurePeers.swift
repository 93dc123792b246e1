/// Whom a figure was ranked among.
package struct FigurePeers: Hashable, Sendable {
    package let within: FigureGroup
    /// How many have the figure, the subject included.
    package let count: Int
}
