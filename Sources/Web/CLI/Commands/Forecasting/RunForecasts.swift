import ArgumentParser
import Forecasting
import Foundation
import Server

struct RunForecasts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Forecast every series of a file.",
        discussion: """
            A row of the CSV (also packed) is a series, a time and a value. The answer is CSV: series_id, time, forecast, and the bounds \
            of each interval (lower_80, upper_80, …); or JSON with which model was chosen and why.
            """)
    @Argument(help: "The file.") var path: String
    @Option(help: "Steps ahead.") var horizon = 30
    @Option(help: "What forecasts; `forecast models` lists all.") var model = "chosen"
    @Option(help: "The file to write; without it, standard output.") var output: String?
    @OptionGroup var file: SeriesFileOptions
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        struct Interval: Encodable {
            let level: Double
            let lower: [Double]
            let upper: [Double]
        }

        let series: String
        let times: [String]
        let forecast: [Double]
        let intervals: [Interval]
        let model: String
        let reason: String
        /// Mean absolute error in the backtest, in units of the series.
        let backtestError: Double?
    }

    func validate() throws {
        guard (1...10_000).contains(horizon) else { throw ValidationError("--horizon may be 1 to 10,000.") }
    }

    func run() throws {
        let reading = try file.read(path)
        let set = SeriesSet(
            reading.series, step: reading.step, season: file.season ?? reading.step.usualSeason, country: file.known)
        let forecaster = try SeriesForecasters.named(model, season: set.season)
        let bar = ProgressBar("Forecasting")
        let forecasts = forecaster.forecast(set, horizon: horizon, levels: file.levels, threads: file.threads) {
            bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) series")
        }
        bar.finish()
        let handle = try handle()
        if json {
            let answers = zip(set.series, forecasts).map { series, forecast in
                Answer(
                    series: series.id, times: times(after: series, set.step), forecast: forecast.path,
                    intervals: forecast.intervals.map { .init(level: $0.level, lower: $0.lower, upper: $0.upper) },
                    model: forecast.model, reason: forecast.reason, backtestError: forecast.backtestError)
            }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            handle.write(try encoder.encode(answers) + Data("\n".utf8))
        } else {
            writeLines(set, forecasts, to: handle)
        }
    }

    /// Some series at a time, so that the answer is never in memory as a whole.
    private func writeLines(_ set: SeriesSet, _ forecasts: [SeriesForecast], to handle: FileHandle) {
        let names = file.levels.map { Console.decimal(100 * $0, places: 1).replacing(".0", with: "") }
        let hasIntervals = forecasts.contains { !$0.intervals.isEmpty }
        var text = CSVText.line(
            ["series_id", "time", "forecast"] + (hasIntervals ? names.flatMap { ["lower_\($0)", "upper_\($0)"] } : []))
        for (series, forecast) in zip(set.series, forecasts) {
            for (step, time) in zip(forecast.path.indices, times(after: series, set.step)) {
                let bounds = forecast.intervals.flatMap { [$0.lower[step], $0.upper[step]] }
                text += CSVText.line([series.id, time] + ([forecast.path[step]] + bounds).map(Self.number))
            }
            guard text.utf8.count > 1 << 20 else { continue }
            handle.write(Data(text.utf8))
            text.removeAll(keepingCapacity: true)
        }
        handle.write(Data(text.utf8))
    }

    /// Six significant digits.
    private static func number(_ value: Double) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { room in
            let count = withVaList([value]) { vsnprintf(room.baseAddress, room.count, "%.6g", $0) }
            return String(decoding: room.prefix(max(0, Int(count))).lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    /// The steps that are forecast: dates where the file has dates, else numbers.
    private func times(after series: TimeSeries, _ step: SeriesStep) -> [String] {
        (0..<horizon).map { ahead in
            let ordinal = series.start + series.values.count + ahead
            guard let date = step.date(of: ordinal) else { return "\(ordinal)" }
            return step == .hour ? "\(date)T\(String(format: "%02d", ((ordinal % 24) + 24) % 24)):00" : "\(date)"
        }
    }

    private func handle() throws -> FileHandle {
        guard let output else { return .standardOutput }
        guard FileManager.default.createFile(atPath: output, contents: nil),
            let handle = FileHandle(forWritingAtPath: output)
        else { throw SettingsProblem("\(output) cannot be written.") }
        return handle
    }
}
