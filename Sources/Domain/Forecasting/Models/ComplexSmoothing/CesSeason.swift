/// How a complex exponential smoothing model takes up a season (Svetunkov, Kourentzes and Ord, 2022, section 2.3).
package enum CesSeason: Sendable, CaseIterable {
    case none
    /// Each phase is a series of its own, smoothed with the parameters of all.
    case simple
    /// A level, and beside it a season that real smoothing keeps.
    case partial
    /// A level, and beside it a season that is smoothed as the level is.
    case full

    /// α0 and α1, then β0 and β1.
    var parameterCount: Int {
        switch self {
        case .none, .simple: 2
        case .partial: 3
        case .full: 4
        }
    }
}
