import ArgumentParser
import Companies
import Connections
import Foundation
import Vault

struct RotateVault: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Seal all company keys under the current root key, and on request renew company keys.",
        discussion: """
            No stored secret is opened, and pages and jobs go on meanwhile. Stopped at any point and run again it goes on
            where it was. docs/operations.md has the steps of changing the root key.
            """)

    @Flag(help: "Also give every company a new key and seal its data keys under it.") var companyKeys = false

    func run() async throws {
        try await Workplace.open(purpose: "vault") { workplace in
            let vault = SecretVault(keys: try workplace.settings.vault.open())
            try await RotationLock.whileHeld(in: vault.keys.directory) {
                let count = try await rewrap(vault)
                let root = vault.keys.roots.current.id
                Console.say(
                    count == 0
                        ? "All company keys are under the root key \(root)."
                        : "Sealed \(Console.count(count)) company keys under the root key \(root).")
                let rotation = KeyRotation(database: workplace.database, vault: vault)
                if try companyKeys || rotation.isUnfinished() { try await renew(rotation) }
            }
        }
    }

    private func rewrap(_ vault: SecretVault) async throws -> Int {
        let bar = ProgressBar("Company keys")
        defer { bar.finish() }
        return try vault.keys.rewrapUnderCurrentRoot { done, total in
            bar.show(Double(done) / Double(max(1, total)), "\(Console.count(done)) of \(Console.count(total)) keys")
        }
    }

    private func renew(_ rotation: KeyRotation) async throws {
        let bar = ProgressBar("Secrets")
        let outcome: KeyRotation.Outcome
        do {
            outcome = try await rotation.renewCompanyKeys(at: Date()) { done, total in
                bar.show(
                    Double(done) / Double(max(1, total)), "\(Console.count(done)) of \(Console.count(total)) secrets")
            }
            bar.finish()
        } catch {
            bar.finish()
            throw error
        }
        Console.say(
            "Renewed the keys of \(Console.count(outcome.companies)) companies, sealed "
                + "\(Console.count(outcome.rewrapped)) data keys anew.")
        if !outcome.unreadableSeeds.isEmpty {
            let ids = outcome.unreadableSeeds.map(\.description).sorted()
            Console.warn(
                "\(ids.count) people have a second factor that no key opens: \(ids.prefix(20).joined(separator: ", ")). The "
                    + "house keeps the old key too; they sign in with recovery codes and set it up anew. Then run this again."
            )
        }
        if !outcome.unreadableChannels.isEmpty {
            let ids = Set(outcome.unreadableChannels).map { $0.uuidString.lowercased() }.sorted()
            Console.warn(
                "The addresses of \(ids.count) alert channels cannot be opened with any key in use, and their old key stays in use: "
                    + ids.joined(separator: ", "))
        }
        guard outcome.unreadable.isEmpty else {
            let ids = Set(outcome.unreadable).map(\.description).sorted()
            Console.warn(
                "\(ids.count) connections have secrets that no key opens: \(ids.prefix(20).joined(separator: ", ")). Their "
                    + "companies keep the old key too; have the credentials replaced and run this again.")
            throw ExitCode.failure
        }
        guard outcome.isWhole else { throw ExitCode.failure }
    }
}
