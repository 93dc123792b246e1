/// How right forecasts of one kind were, as a row.
struct RecordLine: PageValue {
    let what: String
    let ahead: String
    let settled: String
    let pending: String
    let inside80: String
    let inside95: String
    let direction: String
    let baseRate: String
    let wape: String
    let naive: String
    let bias: String
    let mape: String

    init(_ figures: RecordFigures, text: InterfaceText) {
        let measure = figures.measure.word(text) + (figures.currency.map { " (\($0))" } ?? "")
        what = [figures.model ?? figures.category, measure].compactMap(\.self).joined(separator: " · ")
        ahead = text.fill(.forecastAhead, ["days": NumberText.whole(figures.days)])
        settled = NumberText.whole(figures.settled)
        pending = NumberText.whole(figures.pending)
        inside80 = Self.share(figures.coverage80)
        inside95 = Self.share(figures.coverage95)
        direction =
            figures.directionRange.map { range in
                text.fill(
                    .recordDirection,
                    [
                        "share": Self.share(figures.direction),
                        "range":
                            "\(NumberText.decimal(range.lowerBound * 100, digits: 0))–\(Self.share(range.upperBound))",
                        "count": NumberText.whole(figures.moved),
                    ])
            } ?? NumberText.nothing
        baseRate = Self.share(figures.baseRate)
        wape = Self.percent(figures.wape)
        naive = Self.percent(figures.naiveWape)
        bias = figures.bias.map { NumberText.signed($0) + "%" } ?? NumberText.nothing
        mape = Self.percent(figures.mape)
    }

    private static func share(_ share: Double?) -> String { share.map { NumberText.percent($0) } ?? NumberText.nothing }

    private static func percent(_ value: Double?) -> String {
        value.map { NumberText.decimal($0) + "%" } ?? NumberText.nothing
    }

    static let shape = Shape<RecordLine>([
        .text("what", \.what),
        .text("ahead", \.ahead),
        .text("settled", \.settled),
        .text("pending", \.pending),
        .text("inside80", \.inside80),
        .text("inside95", \.inside95),
        .text("direction", \.direction),
        .text("baseRate", \.baseRate),
        .text("wape", \.wape),
        .text("naive", \.naive),
        .text("bias", \.bias),
        .text("mape", \.mape),
    ])
}
