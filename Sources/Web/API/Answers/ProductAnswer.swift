package import Catalog
package import Scoring

/// One product: what it is, its score with the receipt, and its listings with how each was recognised.
package struct ProductAnswer: Sendable {
    private let product: Product
    private let score: ScoreDetail?
    private let listings: [Listing]

    /// - Parameters:
    ///   - score: nil before the product was scored.
    ///   - listings: as ``Listing/of(product:)`` reads them, at most ``Listing/most``.
    package init(product: Product, score: ScoreDetail?, listings: [Listing]) {
        self.product = product
        self.score = score
        self.listings = listings
    }

    package var bytes: [UInt8] {
        let meta = AnswerMeta(total: 1, asOf: score?.asOf)
        return Envelope.object(meta: meta, capacity: 4_096 + listings.count * 1_536) { data in
            data.facts(of: product)
            data.score(score)
            data.field("sources", Set(listings.map(\.sourceSlug)).count)
            data.array("listings") { items in
                for listing in listings {
                    items.object { $0.listing(listing, of: product.id) }
                }
            }
            data.field("has_more_listings", listings.count >= Listing.most)
            data.links(product: product.id)
        }
    }
}

extension JSONFields {
    fileprivate mutating func facts(of product: Product) {
        field("kind", "product")
        field("id", product.id)
        field("name", product.name)
        field("brand", product.brand)
        category(product.category?.rawValue)
        field("country", product.country)
        field("size_ml", product.volume)
        strength(basisPoints: product.strengthBasisPoints)
        field("vintage", product.vintage)
        array("gtins") { gtins in
            for gtin in product.gtins { gtins.item(gtin) }
        }
    }

    fileprivate mutating func score(_ score: ScoreDetail?) {
        field("score", score?.score)
        field("tier", score?.tier?.rawValue)
        field("momentum", score?.momentum)
        field("completeness", score?.completeness)
        field("profile", score?.profile)
        receipt(of: score)
        weeklyScores(score?.weeklyScores ?? [])
    }
}
