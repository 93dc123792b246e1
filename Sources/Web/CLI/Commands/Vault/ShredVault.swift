import ArgumentParser
import Companies
import Connections
import Vault

struct ShredVault: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shred",
        abstract:
            "Destroy all keys of a company: its stored logins can never be read again, in no backup of the database.")

    @Argument(help: "The company's slug.") var slug: String
    @Option(help: "The slug once more, since this cannot be undone.") var confirm: String

    func run() async throws {
        guard confirm == slug else {
            throw ValidationError("--confirm must be the same slug; nothing was destroyed.")
        }
        try await Workplace.open(purpose: "vault") { workplace in
            let company = try await workplace.company(slug)
            let keys = try workplace.settings.vault.open()
            let count = try await RotationLock.whileHeld(in: keys.directory) {
                try keys.directory.shred(company.id.rawValue)
            }
            // What they sealed is only in the way now: a company with secrets and no key may store nothing.
            try await workplace.database.transaction(in: company.id) { transaction in
                try await ConnectionQueries.removeAllSecrets(in: transaction)
                try await transaction.record(
                    AuditEvent(.vaultShredded, by: .command, facts: ["keys": "\(count)"]))
            }
            Console.say("Destroyed \(count) keys of \(slug). Destroy the backups of the folder of company keys, too.")
        }
    }
}
