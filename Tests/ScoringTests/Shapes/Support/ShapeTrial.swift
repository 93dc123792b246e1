import Catalog

@testable import Scoring

/// Shapes given to many series with a planted truth.
struct ShapeTrial {
    /// How often each shape was given, by what was planted.
    private(set) var counts: [PlantedShape: [TrendShape: Int]] = [:]

    /// - Parameters:
    ///   - size: of what is planted, as a share of the level.
    ///   - gaps: percent of values not known.
    init(
        seed: UInt64, each count: Int, steps: Int = 156, level: Double = 40, size: Double = 1,
        noise: NoiseKind = .autoregressive(correlation: 0.3, share: 0.15), gaps: Int = 5
    ) {
        let classifier = ShapeClassifier()
        for (order, planted) in PlantedShape.allCases.enumerated() {
            for number in 0..<count {
                var random = SeriesGenerator(seed: seed, UInt64(order), UInt64(number))
                let means = planted.means(steps: steps, size: size, &random).map { $0 * level }
                var values = random.values(around: means, noise)
                if planted == .walk { values = random.walk(from: level, share: 0.1, steps: steps) }
                let series = TrendSeries(
                    start: CalendarDay(daysSince2000: 8_000), stepDays: 7,
                    values: random.withGaps(values, percent: gaps))
                counts[planted, default: [:]][classifier.verdict(on: series).shape, default: 0] += 1
            }
        }
    }

    /// Of the series with this truth, the share that was given `shape`.
    func share(_ planted: PlantedShape, _ shape: TrendShape) -> Double {
        let row = counts[planted] ?? [:]
        return Double(row[shape] ?? 0) / Double(max(1, row.values.reduce(0, +)))
    }

    /// The share that was named rightly.
    func right(_ planted: PlantedShape) -> Double {
        TrendShape(rawValue: planted.truth).map { share(planted, $0) } ?? 0
    }

    /// The share that was named a shape it is not; `unclear` is no wrong name.
    func wrong(_ planted: PlantedShape) -> Double {
        1 - right(planted) - (planted == .walk ? 0 : share(planted, .unclear))
    }

    /// The confusion matrix in percent, one planted truth a row.
    var table: String {
        let shapes: [TrendShape] = [.spike, .slope, .seasonal, .plateau, .decline, .unclear]
        let head = "| planted | " + shapes.map(\.rawValue).joined(separator: " | ") + " |"
        let rows = PlantedShape.allCases.map { planted in
            let cells = shapes.map { "\(Int((100 * share(planted, $0)).rounded()))" }
            return "| \(planted.rawValue) | " + cells.joined(separator: " | ") + " |"
        }
        return ([head] + rows).joined(separator: "\n")
    }
}
