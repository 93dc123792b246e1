import Catalog
import Companies
import Foundation
import Postgres

/// Receipts on their way into the database, as one array per column.
struct ReceiptBatch {
    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var scores = ArrayBinding<Double>()
    var tiers = ArrayBinding<String>()
    var momenta = ArrayBinding<Double>()
    var completeness = ArrayBinding<Double>()
    // Arrays in text form, because an array of arrays would have to be rectangular.
    var values = ArrayBinding<String>()
    var listings = ArrayBinding<String>()
    var sources = ArrayBinding<String>()
    var firstSeen = ArrayBinding<String>()
    var lastSeen = ArrayBinding<String>()
    var priceKinds = ArrayBinding<String>()
    var media = ArrayBinding<String>()

    /// - Parameter sources: the sources that `ListingFacts.source` counts.
    mutating func append(_ product: ScoredProduct, _ score: TrendScore, sources known: [SourceDays]) {
        owners.append(product.key.owner)
        products.append(product.key.product)
        scores.append(score.score)
        tiers.append(score.tier?.rawValue)
        momenta.append(score.momentum)
        completeness.append(score.completeness)
        values.append(Self.list(score.components) { $0.result.value.map { "\($0)" } ?? "NaN" })
        listings.append(Self.list(product.listings) { $0.id.uuidString })
        sources.append(Self.list(product.listings) { known[$0.source].id.uuidString })
        firstSeen.append(Self.list(product.listings) { $0.firstSeen.description })
        lastSeen.append(Self.list(product.listings) { $0.lastSeen.description })
        priceKinds.append(Self.list(product.listings) { $0.priceKind })
        media.append(KeptMedia(product).text)
    }

    private static func list<Element>(_ elements: [Element], _ text: (Element) -> String) -> String {
        "{" + elements.map(text).joined(separator: ",") + "}"
    }
}
