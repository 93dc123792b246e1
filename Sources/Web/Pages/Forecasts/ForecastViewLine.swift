/// What is expected on one of the days people look ahead to.
struct ForecastViewLine: PageValue {
    let ahead: String
    let day: String
    let value: String
    let range80: String
    let range95: String

    init(_ forecast: ShownForecast, place: Int, ahead: String, text: InterfaceText) {
        let unit = forecast.unit
        self.ahead = ahead
        day = text.day(forecast.day(place))
        value = unit.words(forecast.points[place])
        range80 = unit.range(forecast.band80.lower[place], forecast.band80.upper[place])
        range95 = unit.range(forecast.band95.lower[place], forecast.band95.upper[place])
    }

    static let shape = Shape<ForecastViewLine>([
        .text("ahead", \.ahead),
        .text("day", \.day),
        .text("value", \.value),
        .text("range80", \.range80),
        .text("range95", \.range95),
    ])
}
