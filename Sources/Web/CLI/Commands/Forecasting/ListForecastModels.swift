import ArgumentParser
import Forecasting

struct ListForecastModels: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "List the models and who published them.")

    func run() {
        for name in SeriesForecasters.combined { Console.say("\(name.name)\t\(name.summary)") }
        for listing in ModelRegistry.all { Console.say("\(listing.name)\t\(listing.summary)") }
    }
}
