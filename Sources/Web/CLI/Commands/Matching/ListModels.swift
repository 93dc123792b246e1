import ArgumentParser
import Companies
import Foundation
import Matching

struct ListModels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "models", abstract: "List matchers that were learned from reviewed pairs, the newest first.")
    @Flag(help: "Answer as JSON.") var json = false

    private struct Line: Encodable {
        let version: String
        let learnedAt: Date
        let promotedAt: Date?
        let retiredAt: Date?
        let decides: Bool
        let report: LearningReport?
    }

    func run() async throws {
        try await Workplace.open(purpose: "match models") { workplace in
            let rows = try await workplace.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).list(limit: 50)
            }
            let lines = rows.map { row in
                Line(
                    version: row.version, learnedAt: row.learnedAt, promotedAt: row.promotedAt,
                    retiredAt: row.retiredAt, decides: row.isDeciding,
                    report: try? JSONDecoder().decode(LearningReport.self, from: Data(row.report.utf8)))
            }
            if json { return try Console.json(lines) }
            if !lines.contains(where: \.decides) { Console.say("The built-in matcher decides.") }
            for line in lines {
                let figures = line.report.map {
                    String(
                        format: "F1 %.1f %% on %d pairs held back, before %.1f %%", 100 * $0.figures.f1, $0.held,
                        100 * $0.beforeFigures.f1)
                }
                let state = line.decides ? "decides" : line.retiredAt != nil ? "retired" : "not promoted"
                Console.say([line.version, state, figures ?? ""].joined(separator: "\t"))
            }
        }
    }
}
