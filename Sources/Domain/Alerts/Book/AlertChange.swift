/// What a look at the figures does to the alerts.
package enum AlertChange: Sendable, Hashable {
    /// A figure has gone beyond its limit; as an alert at once, or to be seen whether it stays there.
    case begin(MonitorID, MetricReading, isOpen: Bool)
    /// It has stayed there for long enough.
    case open(AlertID, MetricReading)
    /// It did not stay there: nobody was told, and nothing is kept.
    case forget(AlertID)
    /// It is still there.
    case hold(AlertID, MetricReading, isWorse: Bool)
    /// It is within its limit, and not for long enough to believe it.
    case calm(AlertID, MetricReading)
    case resolve(AlertID, AlertResolution, MetricReading?)
    /// One that had recovered is back so soon that it is the same.
    case bringBack(AlertID, MetricReading)

    /// Whether an alert that was told of is over with it.
    var isEnd: Bool {
        switch self {
        case .resolve: true
        default: false
        }
    }
}
