import HTTPTypes

/// What a request presents in its `Authorization` field (RFC 6750 §2.1).
enum BearerCredential {
    /// No such field.
    case none
    /// Another scheme, more than one field, or nothing after the scheme.
    case unreadable
    case token(Substring)

    /// Longer ones are nobody's.
    private static let longest = 4_096

    static func read(_ headers: HTTPFields) -> BearerCredential {
        let fields = headers[values: .authorization]
        guard let field = fields.first else { return .none }
        guard fields.count == 1, field.utf8.count <= longest, field.prefix(7).lowercased() == "bearer " else {
            return .unreadable
        }
        let token = field.dropFirst(7).drop { $0 == " " }
        return token.isEmpty ? .unreadable : .token(token)
    }
}
