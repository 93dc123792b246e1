import Connectors

/// What runs are compared within: a list with another content or of another region is another book.
enum RunBook {
    static func name(of connector: Connector) -> String {
        let content =
            switch connector.content {
            case .products: "products"
            case .articles: "articles"
            }
        return connector.scope.isEmpty ? content : "\(content) \(connector.scope)"
    }
}
