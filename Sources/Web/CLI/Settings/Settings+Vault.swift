import Configuration
import Foundation
import Vault

/// Where the keys of the vault come from.
extension Settings {
    /// What a command that fetches a root key has no business with.
    private static let ownPrefixes = ["TIDEMARK_", "DATABASE_"]

    static func vault(
        _ reader: ConfigReader, _ variables: RootKeyVariables, environment: Environment, root: String
    ) throws -> VaultSettings {
        let current = try rootKey(
            reader, RootKeyVariables.currentName, key: "tidemark.vault.root.key", text: variables.current)
        let other = try rootKey(
            reader, RootKeyVariables.otherName, key: "tidemark.vault.other.root.key", text: variables.other)
        return VaultSettings(
            isProduction: environment == .production, rootKey: current, otherRootKey: other,
            directory: reader.text("tidemark.vault.directory"), developmentFolder: root + "/.tidemark/vault")
    }

    /// The one place a root key comes from: a variable, a file or a command.
    private static func rootKey(
        _ reader: ConfigReader, _ name: String, key: String, text: SecretBytes?
    ) throws -> RootKeySource? {
        var sources: [(name: String, source: RootKeySource)] = []
        if let text { sources.append((name, .text(text, name: name))) }
        if let path = reader.text(key + ".file") {
            sources.append((name + "_FILE", .file(path)))
        }
        if let line = reader.text(key + ".command") {
            sources.append((name + "_COMMAND", .command(line, environment: childEnvironment)))
        }
        guard sources.count <= 1 else { throw VaultProblem.severalSources(sources.map(\.name)) }
        return sources.first?.source
    }

    /// The environment without our own settings, some of which are secret.
    private static var childEnvironment: [String: String] {
        ProcessInfo.processInfo.environment.filter { variable in
            !ownPrefixes.contains { variable.key.hasPrefix($0) }
        }
    }
}
