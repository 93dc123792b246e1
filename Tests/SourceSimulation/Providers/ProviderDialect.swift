/// Whose manners a simulated provider of models has.
package enum ProviderDialect: String, Sendable, Hashable, CaseIterable {
    case openai, anthropic

    /// The only thing that can be asked.
    var path: String {
        switch self {
        case .openai: "/v1/chat/completions"
        case .anthropic: "/v1/messages"
        }
    }
}
