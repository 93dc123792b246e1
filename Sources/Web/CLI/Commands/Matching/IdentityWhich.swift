import ArgumentParser
import Companies
import Foundation
import Matching

/// Whose products a decision is about, and why it is made.
struct IdentityWhich: ParsableArguments {
    @Option(help: "The company's slug; house for the platform's products.") var company: String
    @Option(help: "Why, in up to 400 characters; it stays with the decision.") var because: String

    /// Decides, brings the scores in line, and says what came of it.
    func decide(
        _ body: @escaping @Sendable (IdentityQueries) async throws -> IdentityOutcome
    ) async throws {
        try await Self.decide(company, body)
    }

    static func decide(
        _ slug: String, _ body: @escaping @Sendable (IdentityQueries) async throws -> IdentityOutcome
    ) async throws {
        try await Workplace.open(purpose: "match") { workplace in
            let company = try await workplace.company(slug)
            let outcome: IdentityOutcome
            do {
                outcome = try await workplace.database.transaction(in: company.id) {
                    try await body(IdentityQueries(transaction: $0))
                }
            } catch let problem as IdentityProblem {
                throw SettingsProblem(problem.description)
            }
            Console.say("Done as \("\(outcome.act)".lowercased()); \(Console.count(outcome.moved)) listings moved.")
            if let product = outcome.product { Console.say("The new product is \("\(product)".lowercased()).") }
            for contradiction in outcome.contradictions { Console.warn(sentence(of: contradiction)) }
            if outcome.moved > 0 { try await Refresh.score(workplace, company: company, quiet: true) }
        }
    }

    private static func sentence(of contradiction: IdentityContradiction<UUID>) -> String {
        switch contradiction {
        case .isWhatItIsNot(let listing, let product):
            "Listing \("\(listing)".lowercased()) was marked as another product than \("\(product)".lowercased()), which it is now."
        case .soldTwice(let listings, let product):
            "One source has \(listings.count) listings of product \("\(product)".lowercased()) now; a source lists a thing once."
        }
    }

    static func id(_ text: String) throws -> UUID {
        guard let id = UUID(uuidString: text) else { throw ValidationError("\(text) is no id.") }
        return id
    }
}
