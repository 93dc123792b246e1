import ArgumentParser
import Forecasting
import Foundation

struct EvaluateForecasts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Say how right forecasts are on series whose end is held back.",
        discussion: """
            A row of the CSV (also packed) is a series, a time and a value; `part` says what is train and test, else the last steps of \
            each series are held back. Metrics are means over series, WAPE and bias over all values; OWA is relative to Naive2 (M4).
            """)
    @Option(help: "The file.") var series: String
    @Option(help: "Steps ahead.") var horizon: Int
    @Option(help: "What forecasts, several parted by commas; `forecast models` lists all.") var model = "chosen"
    @OptionGroup var file: SeriesFileOptions
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...10_000).contains(horizon) else { throw ValidationError("--horizon may be 1 to 10,000.") }
    }

    func run() throws {
        let reading = try file.read(series)
        let set = HeldOutSet(reading, horizon: horizon, season: file.season, country: file.known)
        guard !set.training.series.isEmpty else {
            throw SettingsProblem("No series of \(series) has values both before and after the split.")
        }
        if !set.leftOut.isEmpty {
            Console.warn(
                "\(Console.count(set.leftOut.count)) series have nothing before or nothing after the split and were left out."
            )
        }
        let evaluation = ForecastEvaluation(set, levels: file.levels, threads: file.threads)
        var reports: [ForecastFigures] = []
        for name in model.split(separator: ",").map(String.init) {
            let forecaster = try SeriesForecasters.named(name, season: set.training.season)
            let bar = ProgressBar("Forecasting by \(name)")
            let report = evaluation.report(of: forecaster) { done, all in
                bar.show(Double(done) / Double(max(1, all)), "\(Console.count(done)) of \(Console.count(all)) series")
            }
            bar.finish()
            reports.append(ForecastFigures(report, set))
        }
        if json, let only = reports.first, reports.count == 1 { return try Console.json(only) }
        if json { return try Console.json(reports) }
        for report in reports { report.say() }
    }
}
