import ArgumentParser

struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Forecast products, or series of a file, and say how right forecasts are.",
        subcommands: [
            ForecastCompany.self, ShowTrackRecord.self, RunForecasts.self, EvaluateForecasts.self,
            ListForecastModels.self,
        ])
}
