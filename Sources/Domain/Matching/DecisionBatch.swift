import Catalog
import Companies
import Foundation
import Postgres

/// Decisions on their way into the database, as one array per column.
struct DecisionBatch {
    private(set) var count = 0
    var decisions = ArrayBinding<UUID>()
    var listings = ArrayBinding<UUID>()
    var owners = ArrayBinding<CompanyID>()
    var products = ArrayBinding<UUID>()
    var rules = ArrayBinding<String>()
    var confidences = ArrayBinding<Double>()
    var features = ArrayBinding<String>()

    var newProducts = ArrayBinding<UUID>()
    var newNames = ArrayBinding<String>()
    var newFolded = ArrayBinding<String>()
    var newBrands = ArrayBinding<String>()
    var newBrandsFolded = ArrayBinding<String>()
    var newCategories = ArrayBinding<String>()
    var newCountries = ArrayBinding<String>()
    var newVolumes = ArrayBinding<Int>()
    var newPacks = ArrayBinding<Int>()
    var newStrengths = ArrayBinding<Int>()
    var newVintages = ArrayBinding<Int>()
    var newAges = ArrayBinding<Int>()
    var newGTINs = ArrayBinding<String>()
    var newContainers = ArrayBinding<String>()

    mutating func matched(_ listing: UnmatchedListing, _ match: Match<UUID>, owner: CompanyID, id: UUID) {
        append(
            listing, product: match.product, owner: owner, rule: match.rule.rawValue, confidence: match.confidence,
            features: match.features, id: id)
    }

    mutating func new(_ listing: UnmatchedListing, product: UUID, owner: CompanyID, reason: NoMatch<UUID>, id: UUID) {
        append(
            listing, product: product, owner: owner, rule: "new", confidence: 1,
            features: [MatchFeature("reason", reason.reason.sentence)] + reason.features, id: id)
        let identity = listing.identity
        let brand = identity.brand ?? identity.producer
        newProducts.append(product)
        newNames.append(listing.title)
        newFolded.append(NameFolding.fold(listing.title))
        newBrands.append(brand)
        newBrandsFolded.append(brand.map(NameFolding.fold))
        newCategories.append(identity.facts.category?.rawValue)
        newCountries.append(listing.country)
        newVolumes.append(identity.facts.millilitres)
        newPacks.append(identity.facts.unitsPerCase)
        newStrengths.append(identity.facts.strengthBasisPoints)
        newVintages.append(identity.facts.vintage)
        newAges.append(identity.facts.ageYears)
        newGTINs.append(listing.gtin)
        newContainers.append(identity.facts.container?.rawValue)
    }

    private mutating func append(
        _ listing: UnmatchedListing, product: UUID, owner: CompanyID, rule: String, confidence: Double,
        features found: [MatchFeature], id: UUID
    ) {
        count += 1
        decisions.append(id)
        listings.append(listing.identity.id)
        owners.append(owner)
        products.append(product)
        rules.append(rule)
        confidences.append(min(1, max(0, confidence)))
        features.append(found.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))
    }
}
