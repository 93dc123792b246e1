import ArgumentParser
import Catalog
import Forecasting

struct ForecastCompany: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "products", abstract: "Forecast score, price and demand of a company's products.",
        discussion: """
            What has come due is settled first; series that are as they were are not forecast again. With --as-of, what could have been \
            said at the end of that day is kept as a backcast, which the track record shows apart.
            """)
    @Option(help: "The company's slug.") var company: String
    @Option(help: "A day of the past (2026-07-13): backcast it.") var asOf: String?
    @Option(help: "So many products with the highest scores; without it, all.") var top: Int?
    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        let products: Int
        let forecast: Int
        let unchanged: Int
        let refused: Int
        let settled: Int
        let demoted: Int
        let left: Int
    }

    func validate() throws {
        if let asOf, CalendarDay(iso: asOf) == nil { throw ValidationError("--as-of takes a day such as 2026-07-13.") }
        if let top, top < 1 { throw ValidationError("--top takes 1 or more.") }
    }

    func run() async throws {
        let request = ProductForecastRun.Request(asOf: asOf.flatMap { CalendarDay(iso: $0) }, top: top)
        try await Workplace.open(purpose: "forecast") { workplace in
            let outcome = try await Refresh.forecast(
                workplace, company: try await workplace.company(company), request, quiet: json)
            guard json else { return }
            try Console.json(
                Answer(
                    products: outcome.products, forecast: outcome.forecast, unchanged: outcome.unchanged,
                    refused: outcome.refused, settled: outcome.settled, demoted: outcome.demoted, left: outcome.left))
        }
    }
}
