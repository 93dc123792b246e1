package import Routes

/// One signal under a score: a price or a stock count of a day, and the record it comes from.
package struct SignalLine: PageValue {
    /// What was observed.
    package enum Observed: Sendable {
        case price(MoneyAmount)
        /// Units, and in how many stores where the source says so.
        case stock(Int64, stores: Int?)
    }

    let day: String
    let measure: String
    let value: String
    let record: Link
    let place: String
    let corrected: String?

    /// - Parameters:
    ///   - record: where the raw record is shown.
    ///   - line: of the record, from 1.
    ///   - isCorrected: another value has taken its place since.
    package init(
        day: DayStamp, _ observed: Observed, record: Link, line: Int, isCorrected: Bool,
        text: InterfaceText = .english
    ) {
        self.day = text.day(day)
        switch observed {
        case .price(let money):
            measure = text[.componentPrice]
            value = money.sentence
        case .stock(let units, let stores):
            measure = text[.componentInventory]
            value =
                stores.map {
                    text.fill(.signalStock, ["units": NumberText.whole(units), "stores": NumberText.whole($0)])
                } ?? NumberText.whole(units)
        }
        self.record = record
        place = text.fill(.signalRecord, ["line": NumberText.whole(line)])
        corrected = isCorrected ? text[.signalCorrected] : nil
    }

    package static let shape = Shape<SignalLine>([
        .text("day", \.day), .text("measure", \.measure), .text("value", \.value), .link("record", \.record),
        .text("where", \.place), .text("corrected", optional: \.corrected),
    ])
}
