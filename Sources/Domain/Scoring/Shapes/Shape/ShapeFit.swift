/// One explanation of a series and how good it is.
struct ShapeFit {
    enum Form {
        case flat
        /// Slope per step, over all of it.
        case line(slope: Double)
        /// From the known value `first` on there is another level, which has held.
        case step(first: Int)
        /// The same within the last few values.
        case lateStep(first: Int)
        /// Flat, then a line with this slope per step from the known value `knot` on.
        case begins(knot: Int, slope: Double)
        /// A line with this slope per step that ended at the known value `knot`.
        case ended(knot: Int, slope: Double)
        case peak
        /// Slope per step beside the season.
        case season(slope: Double)
        /// A random walk: every value is the last one and something new.
        case wander
    }

    let form: Form
    /// Bayesian information criterion, less is better; only differences mean anything.
    let cost: Double
    /// Correlation of neighbouring residuals.
    let correlation: Double
    /// Standard deviation of the residuals by their median deviation.
    let noise: Double
}
