/// Trends: the list of scored products, one product, one of its listings.
package enum TrendRoute: Route {
    /// The table, sorted and filtered as the query says.
    case index(TrendsQuery)
    /// One product by its outside id.
    case product(String)
    /// One listing matched to that product, by its outside id.
    case listing(product: String, listing: String)

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/trends"
        case product = "/trends/{product}"
        case listing = "/trends/{product}/listings/{listing}"
    }

    /// The names of the parameters in the patterns.
    package static let productParameter = "product"
    package static let listingParameter = "listing"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .product: .product
        case .listing: .listing
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
        }
    }
}
