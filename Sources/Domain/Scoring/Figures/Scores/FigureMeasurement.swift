/// A measured component.
package struct FigureMeasurement: Hashable, Sendable {
    /// What the formula gives.
    package let figure: Double
    /// The figure divided by the season's factor; the figure itself where no factor applies.
    package let adjusted: Double
    /// 0–100, higher is better: of a component that is better when lower it is the room left.
    package let value: Double
    /// Whom the figure was ranked among; nil for one that is only clamped.
    package let peers: FigurePeers?
}
