/// How the global trees of a set are grown.
package struct TreeSettings: Sendable, Hashable {
    /// Which error is made small.
    package enum Objective: String, Sendable, Hashable, CaseIterable {
        /// The mean is forecast: best by RMSSE and by sums over many days.
        case squared
        /// The median is forecast: too low for series that are mostly zero. With libxgboost 1.7.4 it did worse than `squared` by every metric
        /// on Iowa items (MASE 0.99 against 0.92).
        case absolute
    }

    package var objective = Objective.squared
    /// Rows learned from at most; memory is about 200 bytes a row.
    package var rows = 150_000
    package var rounds = 120
    package var rate = 0.07
    package var depth = 6
    /// Rows that a leaf must hold at least.
    package var leastRows = 100.0
    /// Cycles before the end from which origins are drawn at most; what is older is forgotten.
    package var memory = 160
    package var seed: UInt64 = 1

    package init() {}
}
