import Alerts
import ArgumentParser
import Companies
import Foundation
import Postgres
import Vault

struct TestChannel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Send a channel a test, by the way every alert takes.",
        discussion: "A process that works sends it; this waits for half a minute to say what came of it.")
    @OptionGroup var who: SourcesWho
    @Argument(help: "The channel's name or id.") var channel: String

    func run() async throws {
        try await Workplace.open(purpose: "alert") { workplace in
            let company = try await who.find(workplace)
            let database = workplace.database
            let rows = try await database.read(in: company.id, ChannelRow.all(of: company.id))
            let wanted = channel.lowercased()
            guard let row = rows.first(where: { "\($0.id)" == wanted || $0.name.lowercased() == wanted }) else {
                throw SettingsProblem("\(company.name) has no channel \(channel).")
            }
            let vault = SecretVault(keys: try workplace.settings.vault.open())
            let id = try await database.transaction(in: company.id) { transaction in
                try await ChannelQueries(transaction: transaction, vault: vault)
                    .test(row.id, by: .command, at: Date())
            }
            for _ in 0..<60 {
                try await Task.sleep(for: .milliseconds(500))
                let told = try await database.read(
                    in: company.id, DeliveryRow.newest(of: company.id, channel: row.id, limit: 20))
                guard let line = told.first(where: { $0.id == id }), line.state != .queued else { continue }
                guard line.state == .delivered else {
                    throw SettingsProblem("It was not delivered: \(line.problem ?? "the log says why").")
                }
                return Console.say("Delivered.")
            }
            Console.say("It is on its way: no process that works has sent it yet.")
        }
    }
}
