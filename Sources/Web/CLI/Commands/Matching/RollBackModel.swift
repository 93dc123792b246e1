import ArgumentParser
import Companies
import Foundation
import Matching

struct RollBackModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Let the matcher before the one that decides decide again.")

    func run() async throws {
        try await Workplace.open(purpose: "match rollback") { workplace in
            let version = try await workplace.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).rollBack(at: Date())
            }
            guard let version else {
                Console.say("The built-in matcher decides; there is nothing before it.")
                return
            }
            Console.say("\(version) decides no longer.")
        }
    }
}
