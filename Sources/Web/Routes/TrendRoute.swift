/// Trends: the list of scored products, one product, one of its listings.
package enum TrendRoute: Route {
    /// The table, sorted and filtered as the query says.
    case index(TrendsQuery)
    /// One product by its outside id.
    case product(String)
    /// One listing matched to that product, by its outside id.
    case listing(product: String, listing: String)
    /// The same, with the raw record of one of its values: a line of a run by its outside id.
    case record(product: String, listing: String, run: String, line: Int)
    /// One product's score on a day, opened.
    case score(String, ScoreQuery = ScoreQuery())
    /// Which listings are this product: decided by people (GET with what is looked for in the query, POST).
    case decisions(String, DecisionsQuery = DecisionsQuery())

    /// What the score's components weigh (GET with what is tried in the query, POST).
    case weights(WeightsQuery = WeightsQuery())

    package enum Pattern: String, CaseIterable, Sendable {
        case index = "/trends"
        case product = "/trends/{product}"
        case listing = "/trends/{product}/listings/{listing}"
        case score = "/trends/{product}/score"
        case decisions = "/trends/{product}/decisions"
        case weights = "/weights"
    }

    /// The names of the parameters in the patterns.
    package static let productParameter = "product"
    package static let listingParameter = "listing"
    package static let runItem = "run"
    package static let lineItem = "line"

    package var pattern: Pattern {
        switch self {
        case .index: .index
        case .product: .product
        case .listing, .record: .listing
        case .score: .score
        case .decisions: .decisions
        case .weights: .weights
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
        case .record(let product, let listing, let run, let line):
            let owner = PercentEncoding.encode(product)
            return Link(
                trusted: "/trends/\(owner)/listings/\(PercentEncoding.encode(listing))?\(Self.runItem)="
                    + "\(PercentEncoding.encode(run))&\(Self.lineItem)=\(line)#raw")
        case .score(let product, let query):
            return Link(trusted: "/trends/\(PercentEncoding.encode(product))/score\(query.suffix)")
        case .weights(let query):
            return Link(trusted: Pattern.weights.rawValue + query.suffix)
        case .decisions(let product, let query):
            return Link(trusted: "/trends/\(PercentEncoding.encode(product))/decisions\(query.suffix)")
        }
    }
}
