/// A record of a source, as it is kept.
package struct RecordSample: PageValue {
    let name: String
    let size: String
    let price: String
    let stock: String
    let seen: String

    /// - Parameters:
    ///   - millilitres: nil where the source does not say.
    ///   - price: nil likewise.
    ///   - stock: nil likewise.
    package init(
        name: String, millilitres: Int?, price: MoneyAmount?, stock: Int?, seen: DayStamp, text: InterfaceText
    ) {
        self.name = name
        size = text.size(millilitres: millilitres) ?? text[.recordUnsaid]
        self.price = price.map { $0.sentence } ?? text[.recordUnsaid]
        self.stock = stock.map { NumberText.whole($0) } ?? text[.recordUnsaid]
        self.seen = text.day(seen)
    }

    package static let shape = Shape<RecordSample>([
        .text("name", \.name),
        .text("size", \.size),
        .text("price", \.price),
        .text("stock", \.stock),
        .text("seen", \.seen),
    ])
}
