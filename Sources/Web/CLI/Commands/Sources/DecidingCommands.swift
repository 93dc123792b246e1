import ArgumentParser
import Companies
import Connections
import Foundation
import Ingestion

struct PublishRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Take a held run over after all.")
    @OptionGroup var which: RunWhich

    func run() async throws {
        try await which.open { workplace, company, run in
            try await workplace.database.transaction(in: company.id) { transaction in
                try await RunDecisionQueries(transaction: transaction).publish(run, by: .command, at: Date())
                try await CatalogUpkeep.request(in: transaction)
            }
            Console.say("The run was taken over.")
        }
    }
}

struct DiscardRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "discard", abstract: "Do without a held run.")
    @OptionGroup var which: RunWhich

    func run() async throws {
        try await which.open { workplace, company, run in
            try await workplace.database.transaction(in: company.id) { transaction in
                try await RunDecisionQueries(transaction: transaction).discard(run, by: .command, at: Date())
            }
            Console.say("Nothing of the run was taken over.")
        }
    }
}

struct StopSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Switch a source off: for every company, or for one.",
        discussion: "No run begins any more, and those under way end after the page they are at.")
    @OptionGroup var who: SourcesWho
    @Argument(help: "The source, such as libdib.") var source: String
    @Option(help: "Why, for whoever wonders.") var reason: String

    func run() async throws {
        let code = try SourceCode.known(source)
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            try await workplace.database.transaction(in: company.id) { transaction in
                try await SourceSwitchQueries(transaction: transaction).stop(
                    code, reason: reason, by: .command, at: Date())
            }
            Console.say("\(source) is off for \(company.id == .house ? "every company" : company.name).")
        }
    }
}

struct StartSource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Switch a source on again.")
    @OptionGroup var who: SourcesWho
    @Argument(help: "The source, such as libdib.") var source: String

    func run() async throws {
        let code = try SourceCode.known(source)
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let wasOff = try await workplace.database.transaction(in: company.id) { transaction in
                try await SourceSwitchQueries(transaction: transaction).start(code, by: .command)
            }
            Console.say(wasOff ? "\(source) is on again." : "\(source) was not off.")
        }
    }
}

extension SourceCode {
    /// - Throws: `ValidationError` for a word that names no source.
    static func known(_ word: String) throws -> SourceCode {
        guard let code = SourceCode(rawValue: word) else { throw ValidationError("\(word) is no name of a source.") }
        return code
    }
}
