import ArgumentParser
import Companies
import Foundation
import Matching

struct ListDecisions: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "List what people decided about products, the newest first.")
    @Option(help: "The company's slug; house for the platform's products.") var company: String
    @Option(help: "Only those that touched this product.") var product: String?
    @Option(help: "How many, at most 1000.") var limit = 50
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit may be 1 to 1000.") }
    }

    func run() async throws {
        let product = try product.map(IdentityWhich.id)
        try await Workplace.open(purpose: "match") { workplace in
            let company = try await workplace.company(company)
            let rows = try await workplace.database.transaction(in: company.id) {
                try await IdentityHistoryQueries(transaction: $0).history(of: product, limit: limit)
            }
            if json { return try Console.json(rows.map(Line.init)) }
            if rows.isEmpty { Console.say("Nobody has decided anything about products yet.") }
            for row in rows {
                Console.say(
                    "\("\(row.id)".lowercased())\t\(row.madeAt.formatted(.iso8601))\t\(row.kind.rawValue)\t"
                        + "\(row.things) → \(row.product)\t\(row.reason)"
                        + (row.undoneAt.map { "\ttaken back \($0.formatted(.iso8601))" } ?? ""))
            }
        }
    }

    /// A decision for programs.
    private struct Line: Encodable {
        let id: String
        let kind: String
        let things: String
        let product: String
        let reason: String
        let actor: String
        let madeAt: Date
        let undoneAt: Date?

        init(_ row: IdentityActRow) {
            id = "\(row.id)".lowercased()
            kind = row.kind.rawValue
            things = row.things
            product = row.product
            reason = row.reason
            actor = row.actorKind
            madeAt = row.madeAt
            undoneAt = row.undoneAt
        }
    }
}
