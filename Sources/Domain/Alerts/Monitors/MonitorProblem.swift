/// Why a monitor cannot be as somebody wants it, for a person to read.
package enum MonitorProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// No such monitor in this company.
    case unknown
    case threshold(ClosedRange<Double>, MetricUnit)
    case patience
    /// No process tells a figure of this name.
    case figure
    /// There is one of this figure already.
    case taken
    /// One that everybody has is switched off, and not removed.
    case isDefault

    package var description: String {
        switch self {
        case .unknown: "There is no such monitor."
        case .threshold(let range, let unit):
            "The limit is between \(unit.text(range.lowerBound)) and \(unit.text(range.upperBound))."
        case .patience: "Waiting is between 0 and 1,440 minutes."
        case .figure: "A figure's name has lower-case letters, digits and underscores, as it stands at /metrics."
        case .taken: "There is a monitor of this figure already."
        case .isDefault: "This monitor can be switched off, and not removed."
        }
    }
}
