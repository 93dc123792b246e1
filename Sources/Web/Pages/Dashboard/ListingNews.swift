import Routes

/// Something that happened to a listing: a price cut, its first day, or running out of stock.
package struct ListingNews: PageValue {
    let link: Link
    let name: String
    let source: String
    let day: String
    let price: PriceTag?
    let before: String?
    let change: Change?

    /// - Parameters:
    ///   - product: the product's outside id.
    ///   - listing: the listing's outside id; the line links to it.
    ///   - name: the product's name.
    ///   - source: the source's name.
    ///   - on: the date it happened.
    ///   - price: the price now, nil if there is none.
    ///   - before: the price before, for a cut.
    package init(
        product: String, listing: String, name: String, source: String, on day: DayStamp, price: MoneyAmount? = nil,
        before: MoneyAmount? = nil, text: InterfaceText = .english
    ) {
        link = TrendRoute.listing(product: product, listing: listing).link
        self.name = name
        self.source = source
        self.day = text.shortDay(day)
        self.price = price.map { PriceTag($0, text: text) }
        self.before = before.map(\.amount)
        change = price.flatMap { before?.change(to: $0) }.map { share in
            Change(share, amount: NumberText.signed(share * 100, digits: 0) + "%", text: text)
        }
    }

    package static let shape = Shape<ListingNews>([
        .link("link", \.link),
        .text("name", \.name),
        .text("source", \.source),
        .text("day", \.day),
        .part("price", optional: \.price),
        .text("before", optional: \.before),
        .part("change", optional: \.change),
    ])
}
