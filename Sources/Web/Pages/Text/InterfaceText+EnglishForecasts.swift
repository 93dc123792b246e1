extension InterfaceText {
    /// What is said of forecasts and how right they were.
    static func forecasts(_ key: TextKey) -> String {
        switch key {
        case .forecastHeading: "Forecast"
        case .forecastNone: "There is no forecast of this product yet. It is made after the next scoring."
        case .forecastNothing: "{measure}: nothing was observed yet, so nothing is forecast."
        case .forecastTooFew: "{measure}: observations so far: {count}. A forecast needs three."
        case .forecastRecordLink: "How right forecasts were"
        case .forecastScore: "Trend score"
        case .forecastPrice: "Price"
        case .forecastDemand: "Demand"
        case .forecastUnitScore: "Trend score, 0–100"
        case .forecastUnitDay: "Units out of stock a day"
        case .forecastUnitWeek: "Units out of stock a week"
        case .forecastStays: "{measure} is expected to stay at {from} for {days} days"
        case .forecastRises: "{measure} is expected to rise from {from} to {to} in {days} days"
        case .forecastFalls: "{measure} is expected to fall from {from} to {to} in {days} days"
        case .forecastMayRise: "{measure} may rise from {from} to {to} in {days} days, or stay"
        case .forecastMayFall: "{measure} may fall from {from} to {to} in {days} days, or stay"
        case .forecastMade: "Made {made} from data up to {origin} by the model {model}."
        case .forecastViews: "What is expected when"
        case .forecastAhead: "{days} days"
        case .forecastWhy: "Why"
        case .forecastEvents: "What happened in the days drawn"
        case .forecastWritten: "{source}: {title}"
        case .forecastPast: "Earlier forecasts and what came"
        case .forecastSaid: "on {day}, {days} days ahead"
        case .forecastSaidBackcast: "as of {day}, {days} days ahead, made later"
        case .forecastInside: "inside"
        case .forecastOutside: "outside"
        case .forecastMark: "Said on {day} for {due}: {said}. Came: {came}."
        case .forecastBand: "{share}: {range}"
        case .forecastColumnAhead: "Ahead"
        case .forecastColumnDay: "Day"
        case .forecastColumnValue: "Expected"
        case .forecastColumn80: "80 of 100 between"
        case .forecastColumn95: "95 of 100 between"
        case .forecastColumnSaid: "Said"
        case .forecastColumnCame: "Came"
        case .forecastColumnVerdict: "80% range"
        case .forecastSeeHistory: "History"
        case .forecastSeeListing: "Listing"
        case .forecastSeeRecord: "Track record"
        case .forecastSeeLike: "Products like it"
        default: forecastReasons(key)
        }
    }

    private static func forecastReasons(_ key: TextKey) -> String {
        switch key {
        case .reasonLevelDays: "It stands at {value}; {count} days of it are known."
        case .reasonLevelWeeks: "It stands at {value}; {count} weeks of it are known."
        case .reasonTrendUp: "Over the last eight weeks it rose by {value} a week."
        case .reasonTrendDown: "Over the last eight weeks it fell by {value} a week."
        case .reasonTrendLevel: "Over the last eight weeks it neither rose nor fell."
        case .reasonSeason: "Days of the week explain {share} of what moves beside the trend."
        case .reasonModelAhead:
            "{model} did best for series like it; from {count} days of the past it was wrong by {error} on average, repeating the last value by {naive}."
        case .reasonModelBehind:
            "{model} did best for series like it; from {count} days of the past it was wrong by {error} on average here, repeating the last value by only {naive}."
        case .reasonModelUntried: "{model} was used; the history is too short to try it on the past."
        case .reasonConstant: "It never changed, so its own history does not say how far it may move."
        case .reasonShort: "With {count} observations the level is all that can be said; the range is wide on purpose."
        case .reasonLike: "How wide the range is was taken from {count} series of all categories."
        case .reasonLikeCategory: "How wide the range is was taken from {count} series of the same category."
        case .reasonNothingLike: "There were too few series like it to take the range from; it is a cautious guess."
        case .reasonRecord:
            "Of the last {count} forecasts of this kind {days} days ahead, {share} came within 80% bounds as the models make them; these bounds are {factor} times as wide."
        case .reasonWidth: "In {days} days, 80 of 100 such values should lie between {range}."
        case .reasonSurprise:
            "Less than {below} or more than {above} at the next observation would be a surprise, and change this most."
        default: trackRecord(key)
        }
    }

    private static func trackRecord(_ key: TextKey) -> String {
        switch key {
        case .layoutTrackRecord: "Track record"
        case .recordTitle: "{share} of {count} settled forecasts came inside their 80% range"
        case .recordTitleBackcast:
            "{share} of {count} backcasts came inside their 80% range; no live one is settled yet"
        case .recordTitlePending: "{count} forecasts wait for their day"
        case .recordTitleNone: "No forecast has been made yet"
        case .recordEmptyWhat:
            "Every forecast is kept as it was said. When its day has come and the truth has arrived, this page says how right it was."
        case .recordEmptyStep:
            "Forecasts are made after every scoring. To see at once how right they would have been, look at a day of the past:"
        case .recordHow:
            "Forecasts are kept as they were said and settled once, when the truth has arrived. A range is right when as many values fall inside as it says; direction counts where a move was expected and came, beside what always saying the commoner side reaches."
        case .recordExport: "Download as CSV"
        case .recordLive: "Made at the time"
        case .recordLiveWhat: "Published before anybody could know."
        case .recordBackcasts: "Made later"
        case .recordBackcastsWhat:
            "Backcasts: what could have been said with only what had been observed by then. Which product and offer is looked at is today's choice, so read them as somewhat kind."
        case .recordByModel: "By model"
        case .recordByCategory: "By category"
        case .recordColumnWhat: "What"
        case .recordColumnSettled: "Settled"
        case .recordColumnPending: "Pending"
        case .recordColumn80: "In 80% range"
        case .recordColumn95: "In 95% range"
        case .recordColumnDirection: "Direction right"
        case .recordColumnBase: "Commoner side"
        case .recordColumnWape: "WAPE"
        case .recordColumnNaive: "Naive WAPE"
        case .recordColumnBias: "Bias"
        case .recordColumnMape: "MAPE"
        case .recordDirection: "{share} ({range} of {count})"
        case .recordDemotedHeading: "Models not used for now"
        case .recordNoDemoted:
            "None. A model is taken out when 30 settled forecasts show, with 95% confidence, that repeating the last value was better."
        case .recordDemoted:
            "{model} for {measure}, since {since}: over {count} settled forecasts its errors were behind by {behind} (at least {least}) on a scale from −1 to 1. It comes back when what still settles no longer shows that, or on {until}."
        case .recordDemotedCategory:
            "{model} for {measure} of {category}, since {since}: over {count} settled forecasts its errors were behind by {behind} (at least {least}) on a scale from −1 to 1. It comes back when what still settles no longer shows that, or on {until}."
        default: review(key)
        }
    }
}
