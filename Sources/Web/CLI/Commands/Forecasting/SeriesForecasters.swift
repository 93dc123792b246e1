import Forecasting

/// Ways to forecast a set that commands know by name: combinations, and every model of the registry alone.
enum SeriesForecasters {
    static let combined = [
        (
            name: "chosen",
            summary: "the mean of what did best in the past of series of the kind, another where it was far better"
        ),
        (name: "mean", summary: "the usual mean: smoothing, complex smoothing and global trees; nothing is chosen"),
        (name: "quick", summary: "theta models alone, for many series"),
        (
            name: "quick-chosen",
            summary: "quick models, chosen as by `chosen`: what products outside the highest scores get"
        ),
        (name: "trees", summary: "boosted trees over all series together (Chen and Guestrin, 2016); no intervals"),
    ]

    /// - Throws: `SettingsProblem` for a name that nothing has.
    static func named(_ name: String, season: Int) throws -> any SetForecaster {
        var options = ForecastOptions(season: season)
        switch name {
        case "chosen": return Forecaster(options)
        case "quick": return Forecaster.quick
        case "quick-chosen": return Forecaster(.quickProducts, name: name)
        case "trees": return TreeForecaster()
        case "mean":
            options.chooses = false
            return Forecaster(options, name: name)
        default:
            guard ModelRegistry.model(named: name) != nil else {
                throw SettingsProblem("There is no model \(name); `tidemark forecast models` lists them.")
            }
            options.models = [name]
            options.standard = [name]
            options.intermittentStandard = [name]
            options.trees = nil
            options.chooses = false
            return Forecaster(options, name: name)
        }
    }
}
