import Routes

/// One listing: its fields, why it is this product, what the source said, and its history.
package struct ListingPage: FramedPage {
    package let layout: Layout
    let productLink: Link
    let productName: String
    let source: String
    let facts: [Fact]
    let url: Link?
    let urlText: String?
    let price: PriceTag?
    let match: MatchStory
    let raw: String?
    let rawOrigin: String?
    let rawWarning: String?
    let history: [HistoryRow]

    /// - Parameters:
    ///   - product: the outside id and the name of the product it is matched to.
    ///   - price: the current price, nil if the source gives none.
    ///   - raw: nil if the bytes are no longer kept.
    ///   - history: newest first.
    package init(
        frame: PageFrame, product: (id: String, name: String), listing: ListingFacts, price: MoneyAmount?,
        priceKind: ShownPriceKind, match: MatchStory, raw: RawRecordRow?, history: [HistoryRow]
    ) {
        let text = frame.text
        layout = Layout(frame, title: Self.title(listing, price: price, text: text), area: .trends)
        productLink = TrendRoute.product(product.id).link
        productName = product.name
        source = listing.source
        facts = Self.facts(listing, frame: frame)
        url = listing.url.flatMap(Link.external)
        urlText = listing.url
        self.price = price.map { PriceTag($0, kind: priceKind, text: text) }
        self.match = match
        self.raw = raw?.text
        rawOrigin = raw.map { record in
            text.fill(
                .rawOrigin,
                [
                    "file": record.file, "line": NumberText.whole(record.line),
                    "moment": text.moment(record.importedAt, in: frame.zone), "run": record.run,
                ])
        }
        rawWarning = raw.flatMap { $0.isUTF8 ? nil : text[.rawNotUTF8] }
        self.history = history
    }

    private static func title(_ listing: ListingFacts, price: MoneyAmount?, text: InterfaceText) -> String {
        guard let price else {
            return text.fill(.listingTitleUnpriced, ["source": listing.source, "name": listing.name])
        }
        return text.fill(.listingTitle, ["source": listing.source, "name": listing.name, "price": price.sentence])
    }

    private static func facts(_ listing: ListingFacts, frame: PageFrame) -> [Fact] {
        let text = frame.text
        let values: [(TextKey, String?)] = [
            (.factItemKey, listing.itemKey),
            (.factBrand, listing.brand),
            (.factCategory, listing.category),
            (.factSize, text.size(millilitres: listing.millilitres)),
            (.factUnitsPerCase, listing.unitsPerCase.map { NumberText.whole($0) }),
            (.factStrength, text.strength(basisPoints: listing.strengthBasisPoints)),
            (.factVintage, listing.vintage.map { String($0) }),
            (.factCountry, listing.country),
            (.factGTIN, listing.gtin),
            (.factFirstSeen, text.day(listing.firstSeen)),
            (.factLastSeen, "\(text.day(listing.lastSeen)), \(text.age(of: listing.lastSeen, on: frame.today))"),
        ]
        return values.compactMap { key, value in
            value.map { Fact(label: text[key], value: $0) }
        }
    }

    package static let template = "listing/show"

    package static func program(in library: TemplateLibrary) -> Program<ListingPage> { library.listing }

    package static func main(in library: TemplateLibrary) -> Program<ListingPage> { library.listingMain }

    package static let shape = Shape<ListingPage>([
        .part("layout", \.layout),
        .link("productLink", \.productLink),
        .text("productName", \.productName),
        .text("source", \.source),
        .list("facts", \.facts),
        .link("url", optional: \.url),
        .text("urlText", optional: \.urlText),
        .part("price", optional: \.price),
        .part("match", \.match),
        .text("raw", optional: \.raw),
        .text("rawOrigin", optional: \.rawOrigin),
        .text("rawWarning", optional: \.rawWarning),
        .list("history", \.history),
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
    ])
}
