package import Catalog
package import Forecasting
package import Foundation

/// What a product cost and how much of it was in stock, by listing and day, and its scores.
package struct HistoryAnswer: Sendable {
    private let product: UUID
    private let listings: [ListingHistory]
    private let scores: [ScorePoint]
    private let meta: AnswerMeta

    /// - Parameters:
    ///   - listings: the product's; one without observations is in the answer too. Observations of others are kept,
    ///     without a source.
    ///   - prices: oldest first within each listing.
    ///   - stock: oldest first within each listing.
    ///   - scores: oldest first.
    ///   - asOf: the day the company's data is of.
    package init(
        product: UUID, listings: [Listing], prices: [PricePoint], stock: [StockPoint], scores: [ScorePoint] = [],
        asOf: CalendarDay? = nil
    ) {
        self.product = product
        self.scores = scores
        self.listings = ListingHistory.group(listings: listings, prices: prices, stock: stock)
        meta = AnswerMeta(
            total: prices.count + stock.count + scores.count,
            hasMore: prices.count >= PricePoint.most || stock.count >= PricePoint.most
                || scores.count >= ScorePoint.most, asOf: asOf)
    }

    package var bytes: [UInt8] {
        let capacity = 1_024 + listings.count * 512 + meta.total * 64
        return Envelope.object(meta: meta, capacity: capacity) { data in
            data.field("kind", "product")
            data.field("id", product)
            data.array("listings") { items in
                for listing in listings {
                    items.object { $0.history(listing, of: product) }
                }
            }
            data.array("scores") { items in
                for point in scores {
                    items.object { fields in
                        fields.field("date", point.day)
                        fields.field("score", point.score)
                        fields.field("profile", point.profile)
                    }
                }
            }
            data.links(product: product)
        }
    }
}

extension JSONFields {
    fileprivate mutating func history(_ history: ListingHistory, of product: UUID) {
        field("id", history.id)
        if let listing = history.listing {
            source(of: listing)
        } else {
            null("source")
            null("shop")
        }
        field("name", history.listing?.name)
        array("prices") { items in
            for series in history.prices {
                items.object { $0.prices(series, kind: history.listing?.priceKind) }
            }
        }
        array("stock") { items in
            for point in history.stock {
                items.object { fields in
                    fields.field("date", point.day)
                    fields.field("units", point.units)
                    fields.field("run", point.run)
                }
            }
        }
        links(listing: history.id, of: product, url: history.listing?.url)
    }

    private mutating func prices(_ series: PriceSeries, kind: String?) {
        field("currency", series.currency)
        field("kind", kind)
        let scale = Currency(code: series.currency)?.minorDigits
        array("points") { items in
            for point in series.points {
                items.object { fields in
                    fields.field("date", point.day)
                    // Without its currency's number of decimals an amount of minor units is not an amount.
                    fields.field("amount", scale.map { DecimalAmount(minorUnits: point.minorUnits, scale: $0) })
                    fields.field("minor_units", point.minorUnits)
                    fields.field("run", point.run)
                }
            }
        }
    }
}
