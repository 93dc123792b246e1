import ArgumentParser
import Connections
import Vault

struct ShowVault: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say which keys there are and what is sealed under them. Shows no secret.")

    @Flag(help: "Answer as JSON.") var json = false

    private struct Answer: Encodable {
        struct Line: Encodable {
            let company: String
            let keysInUse: Int
            let retiredKeys: Int
            let keysOfOtherRoots: Int
            let secrets: Int
            let olderSecrets: Int
            let lostSecrets: Int
        }

        let rootKey: String
        let isDevelopmentKey: Bool
        let isRotating: Bool
        let companies: [Line]
    }

    func run() async throws {
        let status = try await Workplace.open(purpose: "vault") { workplace in
            let vault = SecretVault(keys: try workplace.settings.vault.open())
            return try await VaultStatus.read(workplace.database, vault: vault)
        }
        if json {
            return try Console.json(
                Answer(
                    rootKey: status.rootKey.rawValue, isDevelopmentKey: status.isDevelopmentKey,
                    isRotating: status.isRotating,
                    companies: status.companies.map {
                        Answer.Line(
                            company: $0.slug, keysInUse: $0.keysInUse, retiredKeys: $0.retiredKeys,
                            keysOfOtherRoots: $0.keysOfOtherRoots, secrets: $0.secrets, olderSecrets: $0.olderSecrets,
                            lostSecrets: $0.lostSecrets)
                    }))
        }
        Console.say("Root key \(status.rootKey)\(status.isDevelopmentKey ? ", a development key" : "")")
        if status.isRotating { Console.say("A rotation has not ended; tidemark vault rotate goes on with it.") }
        if status.companies.isEmpty { Console.say("No company has stored a login yet.") }
        for line in status.companies {
            var words = ["\(Console.count(line.secrets)) secrets", "\(line.keysInUse) keys in use"]
            if line.retiredKeys > 0 { words.append("\(line.retiredKeys) retired") }
            if line.keysOfOtherRoots > 0 { words.append("\(line.keysOfOtherRoots) under another root key") }
            if line.olderSecrets > 0 { words.append("\(Console.count(line.olderSecrets)) secrets under an older key") }
            if line.lostSecrets > 0 {
                words.append("\(Console.count(line.lostSecrets)) secrets whose key is not in use")
            }
            Console.say("\(line.slug)\t\(words.joined(separator: ", "))")
        }
    }
}
