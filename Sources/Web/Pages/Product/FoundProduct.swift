import Routes

/// A product that another might be merged into.
package struct FoundProduct: PageValue {
    let name: String
    let details: String
    let link: Link

    /// - Parameters:
    ///   - product: the one that might be merged.
    ///   - words: what was looked for.
    package init(
        id: String, name: String, millilitres: Int?, vintage: Int?, listings: Int, product: String, words: String,
        text: InterfaceText
    ) {
        self.name = name
        details = [
            text.size(millilitres: millilitres), vintage.map(String.init),
            text.count(listings, one: .chartSourceOne, other: .chartSourceOther),
        ].compactMap(\.self).joined(separator: " · ")
        link = TrendRoute.decisions(product, DecisionsQuery(words: words, into: id)).link
    }

    package static let shape = Shape<FoundProduct>([
        .text("name", \.name),
        .text("details", \.details),
        .link("link", \.link),
    ])
}
