extension InterfaceText {
    /// What stands on the page of an opened score.
    static func score(_ key: TextKey) -> String {
        switch key {
        case .completeness: "{percent} measured"
        case .scoreOpen: "Open the score: its signals, their records, any past day"
        case .scoreTitle: "{name} scored {score} on {day}"
        case .scoreTitleNone: "{name} has no score on this day"
        case .scoreOn: "On"
        case .scoreSince: "compared with"
        case .scoreShow: "Show"
        case .scoreNothing:
            "Nothing of it could be measured by this day. A later day, or a second list of a source, gives a score."
        case .scoreSignals: "The signals under it"
        case .scoreSignalsWhat:
            "Every price and count as it was known when the score was made, with the record of the source it comes from."
        case .scoreNoSignals: "It states neither a price nor a stock count for these days."
        case .scoreBadDay: "A day is written as 2026-11-30."
        case .scoreNotCompared:
            "On one of the two days there is no score, or another profile made it; they are not compared."
        case .scoreCourse: "How its weekly scores have moved"
        case .trendsTitleOn: "{title}, as of {day}"
        case .trendsPastPublished:
            "The list as it was on {day}, last published {moment}. What a product cost then is with the product."
        case .trendsPastReconstructed:
            "Nobody had scored by {day}: this is what is known now of the days up to it. What a product cost then is with the product."
        case .trendsPastNone: "Nothing is known of any day up to {day}."
        case .trendsToday: "Show the newest list"
        case .originSame:
            "Published {moment}. Made again just now from what was known then, it is the same to the last bit."
        case .originOtherFormulas: "Published {moment} by earlier formulas, which are not made again."
        case .originDifferent:
            "Published {moment}. Made again from what was known then, it is not the same: {what}. Tell whoever operates this."
        case .originReconstructed:
            "Nobody had scored it by then: made now from what is known now of the days up to it."
        case .changeRose: "Up from {before} on {from} to {after} on {to}"
        case .changeFell: "Down from {before} on {from} to {after} on {to}"
        case .changeNone: "Unchanged at {after} from {from} to {to}"
        case .changeCaption: "What moved it, in points of the score"
        case .columnBefore: "Before"
        case .columnAfter: "After"
        case .columnByValue: "By its value"
        case .columnByWeight: "By its weight"
        case .columnDay: "Day"
        case .columnMeasure: "Signal"
        case .columnRecord: "Raw record"
        case .signalStock: "{units} in {stores} stores"
        case .signalRecord: "line {line}"
        case .signalCorrected: "corrected since"
        case .signalListingGone: "a listing that is gone"
        case .signalCounts: "{count} signals, listed {from} to {through}"
        case .actScoreWeightsChanged: "Changed what matters in scores"
        case .areaScore: "scores"
        case .weightsTitle: "What matters in your scores"
        case .weightsWhat:
            "A score is the mean of its components by these weights. Try others on your own list first; nothing changes before you keep them."
        case .weightsUsual: "These are the usual weights."
        case .weightsUsualSince: "These are the usual weights, again since {moment}."
        case .weightsOwnSince: "Your company has had weights of its own since {moment}."
        case .weightsNow: "now"
        case .weightsTry: "Try on my list"
        case .weightsKeep: "Keep these weights"
        case .weightsBack: "Go back to the usual weights"
        case .weightsEffect:
            "Your list with these weights: of {scored}, {rise} would gain {points} points or more and {fall} would lose as many"
        case .weightsNoList: "No product has a score yet; import a list first."
        case .weightsChanged: "The weights are kept. Scores follow in a moment."
        case .weightsSame: "These weights are in force already."
        case .weightsNoNumber: "{component} needs a number from 0 to 100 with up to two decimals."
        case .weightsSum: "The weights sum to {sum} %; they must sum to 100 %."
        case .weightsLink: "Weigh the components otherwise"
        case .weightsUnmoved: "none"
        case .columnPlace: "Place"
        case .columnMoved: "Places moved"
        default: forecasts(key)
        }
    }
}
