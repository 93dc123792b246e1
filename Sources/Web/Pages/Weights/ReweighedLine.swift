import Routes

/// A product of the list as other weights would make it.
package struct ReweighedLine: PageValue {
    let link: Link
    let name: String
    let place: String
    let moved: Change?
    let before: String
    let after: String

    /// - Parameters:
    ///   - product: its outside id.
    ///   - before: the score as it is, 0–100, and `after` as it would be.
    ///   - placeBefore: in the list as it is, from 1.
    package init(
        product: String, name: String, before: Double, after: Double, placeBefore: Int, placeAfter: Int,
        text: InterfaceText = .english
    ) {
        link = TrendRoute.product(product).link
        self.name = name
        place = NumberText.whole(placeAfter)
        let places = placeBefore - placeAfter
        moved =
            places == 0
            ? nil : Change(Double(places), amount: NumberText.signed(Double(places), digits: 0), text: text)
        self.before = NumberText.decimal(before)
        self.after = NumberText.decimal(after)
    }

    package static let shape = Shape<ReweighedLine>([
        .link("link", \.link), .text("name", \.name), .text("place", \.place), .part("moved", optional: \.moved),
        .text("before", \.before), .text("after", \.after),
    ])
}
