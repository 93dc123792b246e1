import ArgumentParser

struct VaultCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault", abstract: "Look after the keys of stored logins.",
        subcommands: [ShowVault.self, RotateVault.self, ShredVault.self])
}
