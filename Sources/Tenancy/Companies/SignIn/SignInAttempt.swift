package import Vault

/// What somebody presents to sign in, and from where.
package struct SignInAttempt: Sendable {
    let email: String
    let password: String
    let device: SecretToken?
    let network: String?
    let agent: String

    /// - Parameters:
    ///   - email: as typed.
    ///   - device: what the browser kept from a sign-in before.
    ///   - network: names the client's network; nil when it cannot be told apart from others, and then is not counted.
    ///   - agent: what the browser says it is; at most 200 characters are kept, for the person to recognise it by.
    package init(email: String, password: String, device: SecretToken?, network: String?, agent: String = "") {
        self.email = email.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        self.password = password
        self.device = device
        self.network = network
        self.agent = Self.shown(agent)
    }

    /// What is kept of what a browser says it is.
    static func shown(_ agent: String) -> String {
        String(agent.unicodeScalars.prefix(200).filter { $0.properties.generalCategory != .control })
    }
}
