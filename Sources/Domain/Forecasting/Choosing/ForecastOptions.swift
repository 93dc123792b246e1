/// How a set is forecast.
package struct ForecastOptions: Sendable {
    /// Models of single histories that take part, by their names in `ModelRegistry`; those unknown there are passed over.
    package var models = ["ets", "ces", "dynamic-theta", "imapa", "seasonal-naive", "seasonal-window-average"]
    /// Members of the mean that is forecast unless the backtest shows another to be better; `trees` is the global tree model.
    package var standard = ["ets", "ces", "dynamic-theta", "trees"]
    /// The same for series that are mostly zero.
    package var intermittentStandard = ["imapa"]
    /// nil for no global trees.
    package var trees: TreeSettings? = TreeSettings()
    /// Origins of the backtest at most; 0 for none.
    package var origins = 8
    /// Whether another combination than the standard may be chosen.
    package var chooses = true
    /// How much better, as a share, one model must have done for a single series to be preferred to what is best for series of its kind.
    package var margin = 0.3
    /// Models and means of models that may not be chosen, by the names forecasts have.
    package var barred: Set<String> = []
    /// Series that are held in memory and share trees at a time.
    package var block = 3_000

    package init() {}

    /// What suits most sets of a season. Where a longer cycle hides behind the season (weeks of a year, hours of a week), models that
    /// look for it take part.
    package init(season: Int) {
        if season == 7 {
            // Theta finds no trend in days of a week, and IMAPA knows no closed days.
            standard = ["ces", "trees"]
            intermittentStandard = ["ets", "ces", "trees"]
        }
        if season == 12 {
            models = ["ets-average", "ces", "theta", "arima", "imapa", "seasonal-naive", "seasonal-window-average"]
            standard = ["ets-average", "ces", "theta", "arima", "trees"]
            // Few origins of long months: a lesser lead is chance (M3 train parts: OWA of the choice 0.816 against 0.811 of the mean).
            margin = 0.5
        }
        guard season == 1 || season == 24 else { return }
        models.append("arima-long")
        standard.append("arima-long")
        // A week of the year is found by long ARIMA and trees alone.
        if season == 1 { standard = ["arima-long", "trees"] }
    }

    /// A fast forecast for many series: no trees and no choice.
    package static var quick: ForecastOptions {
        var options = ForecastOptions()
        options.models = ["theta", "dynamic-theta"]
        options.standard = options.models
        options.intermittentStandard = options.models
        options.trees = nil
        options.origins = 4
        options.chooses = false
        return options
    }

    /// For long series of the many products that few look at: a small part of the cost of everything above (docs/forecasting.md).
    package static var quickProducts: ForecastOptions {
        var options = ForecastOptions()
        options.models = ["theta", "dynamic-theta", "imapa", "seasonal-window-average", "naive", "seasonal-naive"]
        options.standard = ["dynamic-theta", "trees"]
        options.intermittentStandard = ["imapa", "trees"]
        // A small one does for the few hundred series that share it.
        options.trees?.rounds = 80
        options.trees?.rows = 30_000
        options.origins = 4
        return options
    }

    /// For prices, which stand still for long and then jump: the last one, unless the backtest shows something else to be better. On nine real
    /// price lists of four years means of models lost to it (docs/forecasting.md).
    static func prices(isThorough: Bool) -> ForecastOptions {
        var options = ForecastOptions()
        options.models = ["naive", "seasonal-naive", "ets", "theta", "dynamic-theta"]
        options.standard = ["naive"]
        options.intermittentStandard = ["naive"]
        if !isThorough {
            options.trees = nil
            options.origins = 4
        }
        return options
    }

    /// For series of a product with weeks or a few months of history: models with few parameters, and no trees.
    static var shortProducts: ForecastOptions {
        var options = ForecastOptions()
        options.models = ["ets", "theta", "dynamic-theta", "imapa", "naive", "seasonal-naive"]
        options.standard = ["ets", "dynamic-theta"]
        options.intermittentStandard = ["imapa"]
        options.trees = nil
        return options
    }
}
