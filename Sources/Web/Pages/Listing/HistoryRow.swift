/// A stretch of days with one price and stock of a listing.
package struct HistoryRow: PageValue {
    let from: String
    let through: String
    let price: PriceTag?
    let change: Change?
    let stock: String?

    /// - Parameters:
    ///   - from: the first day seen so.
    ///   - through: the last day seen so.
    ///   - before: the price before, to show the change; nil for the first.
    ///   - stock: units; nil when the source does not say.
    package init(
        from: DayStamp, through: DayStamp, price: MoneyAmount?, before: MoneyAmount? = nil, stock: Int? = nil,
        text: InterfaceText = .english
    ) {
        self.from = text.day(from)
        self.through = text.day(through)
        self.price = price.map { PriceTag($0, text: text) }
        change = price.flatMap { before?.change(to: $0) }.map { share in
            Change(share, amount: NumberText.signed(share * 100) + "%", text: text)
        }
        self.stock = stock.map { NumberText.whole($0) }
    }

    package static let shape = Shape<HistoryRow>([
        .text("from", \.from),
        .text("through", \.through),
        .part("price", optional: \.price),
        .part("change", optional: \.change),
        .text("stock", optional: \.stock),
    ])
}
