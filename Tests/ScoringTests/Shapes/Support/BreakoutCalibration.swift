import Foundation

@testable import Scoring

/// Makes the table of `BreakoutThreshold`: how high the sum climbs on quiet series, and how often.
///
/// Every series is watched by a detector that never calls, so that its sum at every step is known. For each height, the
/// series that reach it are counted, and the steps all of them were watched until they did: steps per first passage.
struct BreakoutCalibration {
    /// Heights that are tried.
    static let heights = Array(stride(from: 3.0, through: 40, by: 0.25))

    /// By kind of series: steps until the sum is first this high, as many as `heights`; infinite where never.
    private(set) var stepsToHeight: [QuietSeries: [Double]] = [:]

    init(seed: UInt64, series: Int, steps: Int) {
        for (order, quiet) in QuietSeries.allCases.enumerated() {
            var passages = Array(repeating: 0, count: Self.heights.count)
            var watched = Array(repeating: 0, count: Self.heights.count)
            for number in 0..<series {
                var random = SeriesGenerator(seed: seed, UInt64(order), UInt64(number))
                let settings = BreakoutSettings(stepDays: 7, kind: quiet.kind)
                var detector = BreakoutDetector(settings: settings, height: .infinity)
                // Heights passed so far; passages only grow.
                var passed = 0
                for value in quiet.values(steps: steps, &random) {
                    let isWatching = detector.isWatching
                    _ = detector.read(value)
                    guard isWatching else { continue }
                    for open in passed..<Self.heights.count { watched[open] += 1 }
                    while passed < Self.heights.count, detector.sum > Self.heights[passed] {
                        passages[passed] += 1
                        passed += 1
                    }
                }
            }
            stepsToHeight[quiet] = zip(watched, passages).map { $1 > 0 ? Double($0) / Double($1) : .infinity }
        }
    }

    /// The lowest height that is reached no more often than once in so many steps on any series of the kind.
    func height(stepsBetweenFalseAlarms steps: Double, kind: SeriesKind) -> Double {
        QuietSeries.allCases.filter { $0.kind == kind }
            .map { height(of: $0, stepsBetweenFalseAlarms: steps) }.max() ?? 0
    }

    func height(of quiet: QuietSeries, stepsBetweenFalseAlarms steps: Double) -> Double {
        let row = stepsToHeight[quiet] ?? []
        let place = row.firstIndex { $0 >= steps } ?? Self.heights.count - 1
        guard place > 0, row[place].isFinite else { return Self.heights[place] }
        let share = log(steps / row[place - 1]) / log(row[place] / row[place - 1])
        return Self.heights[place - 1] + min(1, max(0, share)) * (Self.heights[place] - Self.heights[place - 1])
    }
}
