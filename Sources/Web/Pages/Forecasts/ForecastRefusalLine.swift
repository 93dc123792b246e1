/// Why a quantity is not forecast.
struct ForecastRefusalLine: PageValue {
    let sentence: String

    init(_ refusal: ForecastSection.Refusal, text: InterfaceText) {
        sentence =
            refusal.observations == 0
            ? text.fill(.forecastNothing, ["measure": refusal.measure.word(text)])
            : text.fill(
                .forecastTooFew,
                ["measure": refusal.measure.word(text), "count": NumberText.whole(refusal.observations)])
    }

    static let shape = Shape<ForecastRefusalLine>([.text("sentence", \.sentence)])
}
