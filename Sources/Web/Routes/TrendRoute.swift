/// Trends: the list of scored products, one product, one of its listings.
package enum TrendRoute: Route {
    /// The table, sorted and filtered as the query says.
    case index(TrendsQuery)
    /// One product by its outside id.
    case product(String)
    /// One listing matched to that product, by its outside id.
    case listing(product: String, listing: String)
    /// Which listings are this product: decided by people (GET with what is looked for in the query, POST).
    case decisions(String, DecisionsQuery = DecisionsQuery())

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/trends"
        case product = "/trends/{product}"
        case listing = "/trends/{product}/listings/{listing}"
        case decisions = "/trends/{product}/decisions"
    }

    /// The names of the parameters in the patterns.
    package static let productParameter = "product"
    package static let listingParameter = "listing"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .product: .product
        case .listing: .listing
        case .decisions: .decisions
        }
    }

    package var link: Link {
        switch self {
        case .index(let query):
            return Link(trusted: Pattern.index.rawValue + query.suffix)
        case .product(let product):
            return Link(trusted: "/trends/\(PercentEncoding.encode(product))")
        case .listing(let product, let listing):
            let owner = PercentEncoding.encode(product)
            return Link(trusted: "/trends/\(owner)/listings/\(PercentEncoding.encode(listing))")
        case .decisions(let product, let query):
            return Link(trusted: "/trends/\(PercentEncoding.encode(product))/decisions\(query.suffix)")
        }
    }
}
