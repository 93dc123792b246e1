/// A price on a page: the amount, and apart from it the currency and the kind, which are set lighter.
struct PriceTag: PageValue {
    let amount: String
    let currency: String
    let kind: String?

    init(_ money: MoneyAmount, kind: ShownPriceKind? = nil, text: InterfaceText) {
        amount = money.amount
        currency = money.currency
        self.kind = kind?.words(text)
    }

    static let shape = Shape<PriceTag>([
        .text("amount", \.amount),
        .text("currency", \.currency),
        .text("kind", optional: \.kind),
    ])
}
