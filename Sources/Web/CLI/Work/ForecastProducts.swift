import Jobs

/// Settles a company's forecasts that have come due, and forecasts its products anew where their data has changed.
struct ForecastProducts: JobArguments {
    static let kind = "products.forecast"
    static let settings = JobSettings(
        priority: .analysis, mostAttempts: 6, timeLimit: .seconds(7_200), byHand: true)

    /// So many products with the highest scores; nil for all.
    var top: Int?

    init(top: Int? = nil) { self.top = top }

    /// The products people look at most, which are forecast after every scoring.
    static let watched = ForecastProducts(top: 500)

    /// One job at a time has this key.
    var uniqueKey: String { top.map { "top \($0)" } ?? "all" }
}
