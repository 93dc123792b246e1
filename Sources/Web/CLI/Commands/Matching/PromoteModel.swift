import ArgumentParser
import Companies
import Foundation
import Matching

struct PromoteModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "promote", abstract: "Let a learned matcher decide from now on.")
    @Argument(help: "Its version, as `match models` lists it.") var version: String

    func run() async throws {
        try await Workplace.open(purpose: "match promote") { workplace in
            let isKnown = try await workplace.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).promote(version, at: Date())
            }
            guard isKnown else { throw SettingsProblem("There is no learned matcher \(version).") }
            Console.say("\(version) decides from now on.")
        }
    }
}
