package import Vault

/// What a person gives to connect a source.
package struct NewConnection: Sendable {
    package let source: SourceCode
    package let name: String
    /// What the connector needs to know that is no secret.
    package let settings: [String: String]
    package let credentials: [SecretField: SecretBytes]
    package let confirmation: UseConfirmation

    static let soundsSecret = ["password", "passwd", "secret", "token", "cookie", "api_key", "apikey"]

    /// - Throws: `ConnectionProblem` when something is missing, or a secret is given as a setting.
    package init(
        source: SourceCode, name: String, settings: [String: String], credentials: [SecretField: SecretBytes],
        confirmation: UseConfirmation
    ) throws(ConnectionProblem) {
        guard (1...200).contains(name.unicodeScalars.count) else { throw .nameLength }
        for key in settings.keys.sorted() where Self.soundsSecret.contains(where: key.lowercased().contains) {
            throw .settingSoundsSecret(key)
        }
        guard settings.reduce(0, { $0 + $1.key.utf8.count + $1.value.utf8.count }) <= 4_096 else {
            throw .settingsTooLong
        }
        try Self.check(credentials)
        self.source = source
        self.name = name
        self.settings = settings
        self.credentials = credentials
        self.confirmation = confirmation
    }

    static func check(_ credentials: [SecretField: SecretBytes]) throws(ConnectionProblem) {
        guard !credentials.isEmpty, credentials.count <= 40, credentials.values.allSatisfy({ $0.count > 0 }) else {
            throw .noSecret
        }
    }
}
