/// How much of a run's records says something of a field.
package struct FieldCoverageLine: PageValue {
    let field: String
    let share: String
    let bar: SafeMarkup
    let commonest: String?

    /// - Parameters:
    ///   - field: by its name in the database.
    ///   - commonest: the most frequent value; shown where values repeat by nature.
    package init(field: String, records: Int, filled: Int, commonest: String?, text: InterfaceText) {
        let share = records == 0 ? 0 : Double(filled) / Double(records)
        self.field = Self.words[field].map { text[$0] } ?? field
        self.share = NumberText.percent(share)
        bar = ShareBar.markup(share * 100, width: 80)
        self.commonest = Self.repeating.contains(field) ? commonest : nil
    }

    private static let repeating: Set<String> = ["brand", "category", "currency", "price_kind", "author"]

    private static let words: [String: TextKey] = [
        "name": .recordName, "brand": .factBrand, "category": .factCategory, "volume_ml": .factSize,
        "strength_bp": .factStrength, "gtin": .fieldCode, "price_minor": .recordPrice,
        "regular_price_minor": .fieldRegular,
        "currency": .fieldCurrency, "price_kind": .fieldKind, "stock_units": .recordStock, "url": .fieldURL,
        "title": .fieldTitle, "author": .fieldAuthor, "summary": .fieldSummary, "tags": .fieldTags,
        "published_at": .fieldDate, "channel": .fieldChannel, "body": .fieldBody, "link": .fieldLink,
        "score": .fieldScore, "comments": .fieldComments, "shares": .fieldShares, "views": .fieldViews,
        "value": .fieldValue, "is_partial": .fieldPartial,
    ]

    package static let shape = Shape<FieldCoverageLine>([
        .text("field", \.field),
        .text("share", \.share),
        .markup("bar", \.bar),
        .text("commonest", optional: \.commonest),
    ])
}
