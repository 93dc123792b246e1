import Foundation

/// The height the statistic of `BreakoutDetector` reaches by chance, as simulated on quiet series.
///
/// The table is the largest height over several kinds of quiet series: for amounts up to such whose neighbours
/// correlate by 0.8, for counts up to such whose rate varies by 30 % by itself. `BreakoutCalibration` in the tests makes
/// it; docs/shapes.md says how.
enum BreakoutThreshold {
    struct Row {
        /// Steps of one series between two false alarms.
        let steps: Double
        let amounts: Double
        let counts: Double

        func height(_ kind: SeriesKind) -> Double { kind == .counts ? counts : amounts }
    }

    /// All three rise.
    static let table: [Row] = [
        Row(steps: 100, amounts: 3.5, counts: 3),
        Row(steps: 500, amounts: 5.3, counts: 4.6),
        Row(steps: 1_000, amounts: 6.6, counts: 5.4),
        Row(steps: 5_000, amounts: 11, counts: 7.3),
        Row(steps: 10_000, amounts: 12.9, counts: 8.2),
        Row(steps: 50_000, amounts: 18.1, counts: 10.1),
        Row(steps: 100_000, amounts: 19.9, counts: 11),
    ]

    /// The longest time between two false alarms that is calibrated.
    static let longest = table.map(\.steps).max() ?? 1

    /// The height that a quiet series reaches once in so many steps; outside of the table the nearest that is inside.
    static func height(stepsBetweenFalseAlarms steps: Double, kind: SeriesKind) -> Double {
        interpolate(log(steps), table.map { (log($0.steps), $0.height(kind)) })
    }

    /// Steps of a quiet series that bring one such height; at most `longest`.
    static func stepsBetweenFalseAlarms(height: Double, kind: SeriesKind) -> Double {
        // The logarithm's rounding must not make the last row look shorter than it is.
        height >= table[table.count - 1].height(kind)
            ? longest : exp(interpolate(height, table.map { ($0.height(kind), log($0.steps)) }))
    }

    private static func interpolate(_ x: Double, _ points: [(Double, Double)]) -> Double {
        guard let next = points.firstIndex(where: { $0.0 >= x }) else { return points[points.count - 1].1 }
        guard next > 0 else { return points[0].1 }
        let (low, high) = (points[next - 1], points[next])
        return low.1 + (x - low.0) / (high.0 - low.0) * (high.1 - low.1)
    }
}
