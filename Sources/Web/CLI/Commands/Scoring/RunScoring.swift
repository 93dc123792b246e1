import ArgumentParser

struct RunScoring: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Score a company's products from their evidence.")
    @Option(help: "The company's slug.") var company: String

    func run() async throws {
        try await Workplace.open(purpose: "score") { workplace in
            try await Refresh.score(workplace, company: try await workplace.company(company), quiet: false)
        }
    }
}
