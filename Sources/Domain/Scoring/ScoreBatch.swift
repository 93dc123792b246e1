import Catalog
import Companies
import Foundation
import Postgres

/// Scores on their way into the database, as one array per column.
struct ScoreBatch {
    private(set) var count = 0
    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var scores = ArrayBinding<Double>()
    var tiers = ArrayBinding<String>()
    var momenta = ArrayBinding<Double>()
    var completeness = ArrayBinding<Double>()
    var retail = ArrayBinding<Double>()
    var price = ArrayBinding<Double>()
    var inventory = ArrayBinding<Double>()
    var media = ArrayBinding<Double>()
    var search = ArrayBinding<Double>()
    var componentValues = ArrayBinding<String>()
    var componentWeights = ArrayBinding<String>()
    var appliedWeights = ArrayBinding<String>()
    var componentReasons = ArrayBinding<String>()
    var weekly = ArrayBinding<String>()
    var names = ArrayBinding<String>()
    var sortNames = ArrayBinding<String>()
    var brands = ArrayBinding<String>()
    var categories = ArrayBinding<String>()
    var volumes = ArrayBinding<Int>()
    var sources = ArrayBinding<Int>()
    var sourceSlugs = ArrayBinding<String>()
    var prices = ArrayBinding<Int64>()
    var currencies = ArrayBinding<String>()
    var priceKinds = ArrayBinding<String>()
    var bestListings = ArrayBinding<UUID>()
    var priceChanges = ArrayBinding<Double>()
    var pricesBefore = ArrayBinding<Int64>()
    var stocks = ArrayBinding<Int>()
    var firstSeen = ArrayBinding<CalendarDay>()
    var lastSeen = ArrayBinding<CalendarDay>()
    var previousTiers = ArrayBinding<String>()

    var historyOwners = ArrayBinding<CompanyID>()
    var historyProducts = ArrayBinding<UUID>()
    var historyDays = ArrayBinding<CalendarDay>()
    var historyScores = ArrayBinding<Double>()
    var historyRetail = ArrayBinding<Double>()
    var historyPrice = ArrayBinding<Double>()
    var historyInventory = ArrayBinding<Double>()
    var historyMedia = ArrayBinding<Double>()
    var historySearch = ArrayBinding<Double>()

    mutating func append(_ product: ScoredProduct, history: [TrendScore]) {
        guard let newest = history.last else { return }
        count += 1
        owners.append(product.key.owner)
        products.append(product.key.product)
        scores.append(newest.score.map(Self.rounded))
        tiers.append(newest.tier?.rawValue)
        // What was measured otherwise is no movement: lists of movers and titles leave it out, as tiers do.
        let isComparable = newest.momentumIsComparable
        momenta.append(isComparable ? newest.momentum.map(Self.rounded) : nil)
        completeness.append(newest.completeness)
        retail.append(newest[.retail]?.result.value.map(Self.rounded))
        price.append(newest[.price]?.result.value.map(Self.rounded))
        inventory.append(newest[.inventory]?.result.value.map(Self.rounded))
        media.append(newest[.media]?.result.value.map(Self.rounded))
        search.append(newest[.search]?.result.value.map(Self.rounded))
        componentValues.append(Self.list(newest.components.map { $0.result.value.map(Self.rounded) }))
        componentWeights.append(Self.list(newest.components.map(\.weight)))
        appliedWeights.append(Self.list(newest.components.map(\.appliedWeight)))
        componentReasons.append(newest.components.map(\.reason).joined(separator: "\n"))
        weekly.append(Self.list(history.map { $0.score.map(Self.rounded) }))
        previousTiers.append(isComparable ? history.dropLast().last?.tier?.rawValue : nil)
        appendFacts(product, asOf: newest.asOf)
        for score in history {
            guard let value = score.score else { continue }
            historyOwners.append(product.key.owner)
            historyProducts.append(product.key.product)
            historyDays.append(score.asOf)
            historyScores.append(Self.rounded(value))
            historyRetail.append(score[.retail]?.result.value.map(Self.rounded))
            historyPrice.append(score[.price]?.result.value.map(Self.rounded))
            historyInventory.append(score[.inventory]?.result.value.map(Self.rounded))
            historyMedia.append(score[.media]?.result.value.map(Self.rounded))
            historySearch.append(score[.search]?.result.value.map(Self.rounded))
        }
    }

    private mutating func appendFacts(_ product: ScoredProduct, asOf: CalendarDay) {
        let offer = BestOffer(product, asOf: asOf)
        let slugs = Set(product.listings.map(\.sourceSlug)).sorted()
        names.append(product.name)
        sortNames.append(NameFolding.fold(product.name))
        brands.append(product.brand)
        categories.append(product.category)
        volumes.append(product.volume)
        sources.append(slugs.count)
        sourceSlugs.append("{" + slugs.joined(separator: ",") + "}")
        prices.append(offer?.price.minorUnits)
        currencies.append(offer?.price.currency.code)
        priceKinds.append(offer?.kind)
        bestListings.append(offer?.listing)
        priceChanges.append(offer?.change)
        pricesBefore.append(offer?.before)
        let counted = product.listings.compactMap(\.stock)
        stocks.append(counted.isEmpty ? nil : counted.reduce(0) { $0.addingReportingOverflow($1).partialValue })
        firstSeen.append(product.listings.map(\.firstSeen).min() ?? asOf)
        lastSeen.append(product.listings.map(\.lastSeen).max() ?? asOf)
    }

    /// A PostgreSQL array in text form, because an array of arrays would have to be rectangular.
    private static func list(_ values: [Double?]) -> String {
        "{" + values.map { $0.map { "\($0)" } ?? "NaN" }.joined(separator: ",") + "}"
    }

    /// Two decimals: what a page shows and what sorts are the same number.
    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
