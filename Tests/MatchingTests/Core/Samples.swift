import Catalog
import Testing

@testable import Matching

func listing(
    _ name: String, id: Int = 1, source: String = "north", ml: Int? = 750, brand: String? = nil,
    producer: String? = nil, gtin: String? = nil, vintage: Int? = nil, age: Int? = nil, strength: Int? = nil,
    category: String? = nil
) -> ListingIdentity<Int> {
    ListingIdentity(
        id: id, seller: Seller(source: source), name: name, brand: brand, producer: producer,
        gtins: gtin.map { [code($0)] } ?? [],
        facts: ItemFacts(
            millilitres: ml, strengthBasisPoints: strength, vintage: vintage, ageYears: age,
            category: category.flatMap(CategoryCode.init(rawValue:))))
}

/// A product that is exactly one listing of another source.
func product(_ id: Int, _ listing: ListingIdentity<Int>) -> ProductIdentity<Int> {
    var product = ProductIdentity(id: id, from: listing)
    product.carriers = [Carrier(listing: 1_000 + id, seller: Seller(source: "south"))]
    return product
}

func code(_ digits: String) -> GTIN {
    guard case .valid(let gtin) = GTIN.read(digits) else { preconditionFailure("\(digits) is no GTIN") }
    return gtin
}

func index(_ products: [ProductIdentity<Int>]) -> CandidateIndex<Int> {
    var index = CandidateIndex<Int>()
    for product in products { index.put(product) }
    return index
}

extension MatchDecision {
    var match: Match<ID>? { if case .matched(let match) = self { match } else { nil } }
    var reason: NewReason? { if case .new(let new) = self { new.reason } else { nil } }
    var nearest: ID? { if case .new(let new) = self { new.nearest } else { nil } }
    var features: [MatchFeature] {
        switch self {
        case .matched(let match): match.features
        case .new(let new): new.features
        }
    }
}
