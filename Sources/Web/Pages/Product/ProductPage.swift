import Routes

/// One product: its score with the receipt, its prices, its listings.
package struct ProductPage: FramedPage {
    package let layout: Layout
    let name: String
    let details: String
    let score: ScoreReceipt?
    let facts: [Fact]
    let prices: [ChartFigure]
    let stock: ChartFigure?
    let listings: [ListingRow]
    let forecast: ForecastSection
    let media: ProductMentions
    let decisions: Link?

    /// - Parameters:
    ///   - score: nil when nothing could be measured; the page says so.
    ///   - prices: made with ``ChartSeries/prices(product:listing:source:currency:minorDigits:spans:cuts:text:)``.
    ///   - stock: made with ``ChartSeries/stock(product:listing:source:spans:)``.
    ///   - listings: in the order to be shown.
    ///   - forecasts: one of each quantity that has one.
    ///   - refusals: quantities that cannot be forecast.
    package init(
        frame: PageFrame, product: ProductFacts, score: ScoreReceipt?, prices: [ChartSeries] = [],
        stock: [ChartSeries] = [], listings: [ListingRow] = [], forecasts: [ShownForecast] = [],
        refusals: [ForecastSection.Refusal] = [], media: ProductMentions = ProductMentions()
    ) {
        let text = frame.text
        layout = Layout(frame, title: Self.title(product, score, text: text), area: .trends)
        name = product.name
        details = [text.size(millilitres: product.millilitres), product.brand, product.category]
            .compactMap(\.self).joined(separator: " · ")
        self.score = score
        facts = Fact.all(of: product, text: text)
        self.prices = ChartFigure.prices(prices, text: text)
        self.stock = ChartFigure.stock(stock, text: text)
        self.listings = listings
        forecast = ForecastSection(
            forecasts, refusals: refusals,
            events: ForecastEvent.all(prices: prices, media: media.lines, text: text), zone: frame.zone, text: text)
        self.media = media
        decisions = frame.isAdmin ? TrendRoute.decisions(product.id).link : nil
    }

    private static func title(_ product: ProductFacts, _ score: ScoreReceipt?, text: InterfaceText) -> String {
        guard let score else { return text.fill(.productTitleUnscored, ["name": product.name]) }
        let number = score.scoreText
        let tier = score.tierCode.map { text.word(for: $0).lowercased() } ?? text[.tierNone]
        guard let change = score.change, change.isFinite else {
            return text.fill(.productTitle, ["name": product.name, "tier": tier, "score": number])
        }
        let key: TextKey = change > 0 ? .productTitleUp : change < 0 ? .productTitleDown : .productTitleLevel
        return text.fill(
            key,
            [
                "name": product.name, "tier": tier, "score": number, "points": NumberText.decimal(change.magnitude),
            ])
    }

    package static let template = "product/show"

    package static func program(in library: TemplateLibrary) -> Program<ProductPage> { library.product }

    package static func main(in library: TemplateLibrary) -> Program<ProductPage> { library.productMain }

    package static let shape = Shape<ProductPage>([
        .part("layout", \.layout),
        .text("name", \.name),
        .text("details", \.details),
        .part("score", optional: \.score),
        .list("facts", \.facts),
        .list("prices", \.prices),
        .part("stock", optional: \.stock),
        .list("listings", \.listings),
        .part("forecast", \.forecast),
        .part("media", \.media),
        .link("decisions", optional: \.decisions),
        .link("trends") { _ in TrendRoute.index(TrendsQuery()).link },
    ])
}
