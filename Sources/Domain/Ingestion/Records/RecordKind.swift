package import Connectors

/// What a source has. Its name is stored with runs, as the first word of their book.
package enum RecordKind: String, Sendable, Hashable, CaseIterable {
    case products, articles, posts, series

    /// Where records of the kind are kept; nil for products, which are listings with a history.
    var table: RecordTable? {
        switch self {
        case .products: nil
        case .articles: .articles
        case .posts: .posts
        case .series: .series
        }
    }
}

extension Connector.Content {
    package var kind: RecordKind {
        switch self {
        case .products: .products
        case .articles: .articles
        case .posts: .posts
        case .series: .series
        }
    }
}
