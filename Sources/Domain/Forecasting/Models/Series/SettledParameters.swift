/// Parameters of a model that can be run over any history without being estimated again. They carry no unit: what has one (a first
/// level, a first season) is found anew from the history at each run.
package protocol SettledParameters: Sendable {
    /// What is known after the last step of a history.
    associatedtype State: Sendable

    /// - Parameter fitted: receives for each step of `series` what was expected one step before it; comes filled with NaN.
    /// - Returns: nil where the history is too short for this.
    func run(_ series: ScaledSeries, fitted: UnsafeMutableBufferPointer<Double>) -> State?

    /// The expected values of the steps after `state`, in the unit of the series.
    func extrapolate(_ state: State, horizon: Int) -> ContiguousArray<Double>
}
