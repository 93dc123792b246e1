package import Outbound

/// Which model judges pairs, at what price, and how much it may cost.
package struct JudgeSettings: Sendable {
    package let kind: ProviderKind
    package let base: WebAddress
    package let model: String
    package let price: TokenPrice
    package let key: ProviderKey
    package let limits: JudgeLimits

    package init(
        kind: ProviderKind, base: WebAddress, model: String, price: TokenPrice, key: ProviderKey, limits: JudgeLimits
    ) {
        self.kind = kind
        self.base = base
        self.model = model
        self.price = price
        self.key = key
        self.limits = limits
    }

    /// Whether a model can be called this: up to 100 letters, digits and marks.
    package static func isModel(_ text: String) -> Bool {
        text.wholeMatch(of: #/[A-Za-z0-9][A-Za-z0-9._:\/@+-]{0,99}/#) != nil
    }

    /// - Parameter client: the way out.
    package func provider(
        client: WebClient, transferLimits: TransferLimits = ProviderDoor.limits
    ) -> any JudgeProvider {
        switch kind {
        case .openai:
            OpenAIJudge(
                client: client, base: base, model: model, price: price, key: key, limits: transferLimits)
        case .anthropic:
            AnthropicJudge(
                client: client, base: base, model: model, price: price, key: key, limits: transferLimits)
        }
    }
}
