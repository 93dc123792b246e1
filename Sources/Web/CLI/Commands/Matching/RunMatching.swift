import ArgumentParser

struct RunMatching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Recognise the products of a company's new and changed listings.")
    @Option(help: "The company's slug.") var company: String

    func run() async throws {
        try await Workplace.open(purpose: "match") { workplace in
            try await Refresh.match(workplace, company: try await workplace.company(company), quiet: false)
        }
    }
}
