import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Recognise the products of a company's new listings.")
    @Option(help: "The company's slug.") var company: String

    func run() async throws {
        try await Workplace.open(purpose: "match") { workplace in
            try await Refresh.match(workplace, company: try await workplace.company(company), quiet: false)
        }
    }
}

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score a company's products from its evidence.")
    @Option(help: "The company's slug.") var company: String

    func run() async throws {
        try await Workplace.open(purpose: "score") { workplace in
            try await Refresh.score(workplace, company: try await workplace.company(company), quiet: false)
        }
    }
}
