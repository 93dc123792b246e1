/// A scope that a token may have, with its box in the form.
package struct ScopeChoice: PageValue {
    let scope: String
    let meaning: String
    let isChosen: Bool

    /// - Parameter scope: the word of the API, such as `trends:read`.
    package init(scope: String, isChosen: Bool, text: InterfaceText) {
        self.scope = scope
        meaning = text[Self.meanings[scope] ?? .tokensScopeOther]
        self.isChosen = isChosen
    }

    private static let meanings: [String: TextKey] = [
        "trends:read": .tokensScopeTrends, "products:read": .tokensScopeProducts, "jobs:read": .tokensScopeJobs,
        "sources:read": .tokensScopeSourcesRead, "sources:run": .tokensScopeSourcesRun,
        "alerts:read": .tokensScopeAlertsRead, "alerts:acknowledge": .tokensScopeAlertsAcknowledge,
    ]

    package static let shape = Shape<ScopeChoice>([
        .text("scope", \.scope),
        .text("meaning", \.meaning),
        .flag("isChosen", \.isChosen),
    ])
}
