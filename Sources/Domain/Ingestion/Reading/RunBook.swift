import Connectors

/// What runs are compared within: a list with another content or of another region is another book.
enum RunBook {
    static func name(of connector: Connector) -> String {
        let content = connector.content.kind.rawValue
        return connector.scope.isEmpty ? content : "\(content) \(connector.scope)"
    }

    /// What a book is made of; products for one of before there were others.
    static func kind(of book: String) -> RecordKind {
        RecordKind(rawValue: String(book.prefix { $0 != " " })) ?? .products
    }
}
