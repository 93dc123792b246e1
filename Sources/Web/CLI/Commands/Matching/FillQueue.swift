import ArgumentParser
import Companies
import Foundation
import Matching

struct FillQueue: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Put a company's undecided pairs, and a sample of decided ones, into the review queue.")
    @Option(help: "The company's slug.") var company: String

    func run() async throws {
        try await Workplace.open(purpose: "match fill") { workplace in
            let company = try await workplace.company(company)
            let bar = ProgressBar("Comparing")
            let outcome = try await ReviewFilling(database: workplace.database, company: company.id)
                .run(at: Date()) { bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) listings") }
            bar.finish()
            Console.say(
                "\(Console.count(outcome.listings)) undecided listings: \(Console.count(outcome.asked)) pairs to review, "
                    + "\(Console.count(outcome.audits)) to look at again, \(Console.count(outcome.decided)) decided by what was learned."
            )
        }
    }
}
