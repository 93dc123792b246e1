/// The providers whose way of being asked is known here.
package enum ProviderKind: String, Sendable, Hashable, CaseIterable {
    case openai, anthropic

    /// What its addresses begin with.
    package var base: String {
        switch self {
        case .openai: "https://api.openai.com/v1"
        case .anthropic: "https://api.anthropic.com/v1"
        }
    }
}
