import Forecasting
import Foundation

/// What `forecast evaluate` answers, for programs and for people.
struct ForecastFigures: Encodable {
    private struct Coverage: Encodable {
        let level: Double
        /// Share of held-back values inside, bounds included.
        let share: Double
        /// The same without days on which nothing is ever sold.
        let liveShare: Double?
    }

    private struct Direction: Encodable {
        let share: Double
        let low: Double
        let high: Double
        /// What always saying the commoner side reaches.
        let baseRate: Double
        let series: Int
    }

    private enum CodingKeys: String, CodingKey {
        case model, series, horizon, season, coverage, direction, models, secondsPerThousand, undefinedMASE
        case smape = "sMAPE"
        case mase = "MASE"
        case rmsse = "RMSSE"
        case owa = "OWA"
        case wape = "WAPE"
        case bias
        case mape = "MAPENonZero"
        case msis = "MSIS95"
    }

    private let model: String
    private let series: Int
    private let horizon: Int
    private let season: Int
    /// Percent.
    private let smape: Double?
    private let mase: Double?
    private let rmsse: Double?
    private let owa: Double?
    /// Percent.
    private let wape: Double?
    /// Percent of what came; above 0 where too much was expected.
    private let bias: Double?
    private let mape: Double?
    private let coverage: [Coverage]
    private let msis: Double?
    private let direction: Direction?
    private let models: [String: Int]
    private let secondsPerThousand: Double
    private let undefinedMASE: Int

    init(_ report: EvaluationReport, _ set: HeldOutSet) {
        model = report.forecaster
        series = report.series
        horizon = set.horizon
        season = set.training.season
        smape = report.smape
        mase = report.mase
        rmsse = report.rmsse
        owa = report.owa
        wape = report.wape
        bias = report.bias
        mape = report.mape
        coverage = report.coverage.map { Coverage(level: $0.level, share: $0.share, liveShare: $0.liveShare) }
        msis = report.msis
        direction = report.direction.map {
            Direction(
                share: $0.share, low: $0.interval.lowerBound, high: $0.interval.upperBound, baseRate: $0.baseRate,
                series: $0.count)
        }
        models = report.models
        secondsPerThousand = report.secondsPerThousand
        undefinedMASE = report.undefinedMASE
    }

    func say() {
        func line(_ name: String, _ value: Double?, _ places: Int, _ unit: String = "") {
            Console.say("\(name)\t\(value.map { Console.decimal($0, places: places) + unit } ?? "not defined")")
        }
        Console.say("\(model): \(Console.count(series)) series, \(horizon) steps ahead, season \(season)")
        line("sMAPE", smape, 2)
        line("MASE", mase, 3)
        line("RMSSE", rmsse, 3)
        line("OWA", owa, 3)
        line("WAPE", wape, 2, " %")
        line("bias", bias, 2, " %")
        line("MAPE where not 0", mape, 2, " %")
        for one in coverage {
            let live =
                one.liveShare.flatMap {
                    $0 == one.share ? nil : " (\(Console.decimal(100 * $0, places: 1)) % where anything is ever sold)"
                } ?? ""
            Console.say(
                "inside \(Console.decimal(100 * one.level, places: 0)) %\t\(Console.decimal(100 * one.share, places: 1)) %\(live)"
            )
        }
        line("MSIS95", msis, 2)
        if let direction {
            func percent(_ share: Double) -> String { Console.decimal(100 * share, places: 1) }
            Console.say(
                "direction\t\(percent(direction.share)) % (\(percent(direction.low)) to \(percent(direction.high))), "
                    + "always the commoner side \(percent(direction.baseRate)) %, \(Console.count(direction.series)) series"
            )
        }
        line("seconds per 1,000 series", secondsPerThousand, 2)
        for (name, count) in models.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            Console.say("by\t\(name)\t\(Console.count(count))")
        }
    }
}
