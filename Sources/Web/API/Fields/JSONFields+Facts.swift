import Catalog
import Foundation

extension JSONFields {
    /// What is paid, for what, in which currency; `null` when unknown.
    /// - Parameter kind: who pays it and for what: `retail`, `wholesale_case` …
    mutating func price(_ name: StaticString, _ price: Money?, kind: String?) {
        guard let price else { return null(name) }
        object(name) { fields in
            fields.field("amount", DecimalAmount(minorUnits: price.minorUnits, scale: price.currency.minorDigits))
            fields.field("minor_units", price.minorUnits)
            fields.field("currency", price.currency.code)
            fields.field("kind", kind)
        }
    }

    /// A category by its path and English label; `null` when unknown. A path outside the list has no label.
    mutating func category(_ code: String?) {
        guard let code else { return null("category") }
        object("category") { fields in
            fields.field("code", code)
            fields.field("label", CategoryCode(rawValue: code)?.label)
        }
    }

    /// Where a listing comes from.
    mutating func source(of listing: Listing) {
        object("source") { fields in
            fields.field("slug", listing.sourceSlug)
            fields.field("title", listing.sourceTitle)
        }
        // A source with a single shop leaves it empty.
        field("shop", listing.shop.isEmpty ? nil : listing.shop)
    }

    /// Alcohol by volume in percent from hundredths of a percent.
    mutating func strength(basisPoints: Int?) {
        field("abv_percent", basisPoints.map { Double($0) / 100 })
    }

    /// Scores by week, oldest first; `null` for a week without one.
    /// - Parameter scores: NaN for a week without one.
    mutating func weeklyScores(_ scores: [Double]) {
        array("weekly_scores") { items in
            for score in scores { items.item(score) }
        }
    }
}
