/// What a family of series is, with its spelling in the text format.
package enum MetricKind: String, Sendable {
    /// Only ever rises while the process lives.
    case counter
    /// A value that goes up and down.
    case gauge
    /// How often which magnitude occurred, with the sum of all.
    case histogram
}
