import ArgumentParser

struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "Forecast series of a file, and say how right forecasts of them are.",
        subcommands: [RunForecasts.self, EvaluateForecasts.self, ListForecastModels.self])
}
