/// The harvest a wine (or a rare spirit) states.
package enum Vintage: Hashable, Sendable, CustomStringConvertible {
    /// Four digits.
    case year(Int)
    /// `NV`: stated to have none, which is not the same as saying nothing.
    case nonVintage

    package var description: String {
        switch self {
        case .year(let year): String(year)
        case .nonVintage: "NV"
        }
    }
}
