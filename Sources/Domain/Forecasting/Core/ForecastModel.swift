/// One way to forecast one quantity from its own past.
package protocol ForecastModel: Sendable {
    /// As the registry, the track record and `--model` name it: lower case, hyphens.
    var name: String { get }

    /// - Returns: nil where the model has nothing to say of such a history (too short, all unknown, not positive where it must be).
    func fit(_ history: History) -> (any FittedModel)?
}

/// A model with its parameters settled on one history.
package protocol FittedModel: Sendable {
    /// The expected values of the next steps. Always `horizon` finite numbers.
    func forecast(horizon: Int) -> [Double]

    /// What was expected of each past step one step before it, as long as the history; NaN where nothing was (the start, gaps).
    var fitted: [Double] { get }

    /// The same parameters over another history of the same quantity: its state is run anew and nothing is optimised, so that a
    /// rolling-origin backtest costs one pass per origin.
    func over(_ history: History) -> (any FittedModel)?
}
