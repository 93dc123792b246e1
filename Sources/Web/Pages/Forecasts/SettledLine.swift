/// What was said of a day, and what came, as a row.
struct SettledLine: PageValue {
    let due: String
    let said: String
    let expected: String
    let range: String
    let came: String
    let verdict: String

    init(_ mark: SettledMark, unit: ForecastUnit, text: InterfaceText) {
        due = text.day(mark.due)
        said = text.fill(
            mark.isBackcast ? .forecastSaidBackcast : .forecastSaid,
            ["day": text.day(mark.origin), "days": NumberText.whole(mark.days)])
        expected = unit.words(mark.predicted)
        range = unit.range(mark.low80, mark.high80)
        came = unit.words(mark.actual)
        verdict = text[mark.isInside ? .forecastInside : .forecastOutside]
    }

    static let shape = Shape<SettledLine>([
        .text("due", \.due),
        .text("said", \.said),
        .text("expected", \.expected),
        .text("range", \.range),
        .text("came", \.came),
        .text("verdict", \.verdict),
    ])
}
