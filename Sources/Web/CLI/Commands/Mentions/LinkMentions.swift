import ArgumentParser
import Companies
import Foundation
import Mentions

struct LinkMentions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Read what is new in articles and posts, and link it to a company's products.")
    @Option(help: "The company's slug; house for the platform's products.") var company: String
    @Flag(help: "Answer as JSON.") var json = false

    /// What was found, for programs.
    private struct Answer: Encodable {
        let names: Int
        let withoutBrand: Int
        let statements: Int
        let mentions: Int
        let searches: Int
        let changed: Int
        let readEverything: Bool
        let seconds: Double
    }

    func run() async throws {
        try await Workplace.open(purpose: "mentions") { workplace in
            let company = try await workplace.company(company)
            let bar = ProgressBar("Reading")
            let started = ContinuousClock.now
            let outcome = try await MentionRun(database: workplace.database, company: company.id).run(at: Date()) {
                bar.show(
                    Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) articles and posts")
            }
            bar.finish()
            let seconds = (ContinuousClock.now - started).seconds
            if json {
                return try Console.json(
                    Answer(
                        names: outcome.names, withoutBrand: outcome.withoutBrand, statements: outcome.statements,
                        mentions: outcome.mentions, searches: outcome.searches, changed: outcome.changed,
                        readEverything: outcome.readEverything, seconds: seconds))
            }
            Console.say(
                "Read \(Console.count(outcome.statements)) articles and posts for \(Console.count(outcome.names)) product names: "
                    + "\(Console.count(outcome.mentions)) mentions, \(Console.count(outcome.searches)) searches, "
                    + "\(Console.count(outcome.changed)) changed, " + String(format: "%.1f s.", seconds))
            if outcome.withoutBrand > 0 {
                Console.say("\(Console.count(outcome.withoutBrand)) names have no known brand and were not looked for.")
            }
        }
    }
}
