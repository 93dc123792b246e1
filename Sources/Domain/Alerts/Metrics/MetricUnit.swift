import Foundation

/// What a figure counts.
package enum MetricUnit: String, Sendable, Hashable {
    case hours, minutes, percent, count, number

    /// A value with its unit, as people read it: at most one decimal, and never parted at the end of a line.
    package func text(_ value: Double) -> String {
        let figure = Self.figure(value)
        return switch self {
        case .count, .number: figure
        case .hours: "\(figure)\u{A0}h"
        case .minutes: "\(figure)\u{A0}min"
        case .percent: "\(figure)\u{A0}%"
        }
    }

    /// In groups of three, and without a decimal that is none.
    private static func figure(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let tenths = (value * 10).rounded()
        let whole = Int64(tenths / 10)
        let decimal = abs(Int64(tenths) % 10)
        var digits = String(abs(whole))
        var grouped = ""
        while digits.count > 3 {
            grouped = "," + digits.suffix(3) + grouped
            digits.removeLast(3)
        }
        return (tenths <= -1 ? "-" : "") + digits + grouped + (decimal == 0 ? "" : ".\(decimal)")
    }
}
