import Alerts
import ArgumentParser
import Companies
import Foundation

struct ListAlerts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List alerts: those that are not over, the worst first.")
    @OptionGroup var who: SourcesWho
    @Flag(help: "List those that are over, newest first.") var resolved = false
    @Option(help: "How many, at most 1000.") var limit = 100
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit may be 1 to 1000.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "alert") { workplace in
            let company = try await who.find(workplace)
            let rows = try await workplace.database.read(
                in: company.id,
                resolved
                    ? AlertDeskQueries.resolved(of: company.id, limit: limit)
                    : AlertDeskQueries.living(of: company.id, limit: limit))
            if json { return try Console.json(rows.map(Line.init)) }
            if rows.isEmpty { Console.say(resolved ? "No alert is over yet." : "Nothing is wrong.") }
            for row in rows {
                Console.say(
                    "\(row.openedAt.formatted(.iso8601))\t\(row.severity.rawValue)\t\(row.state.rawValue)\t\(row.sentence)"
                        + (row.detail.map { "\t\($0)" } ?? ""))
            }
        }
    }

    /// An alert for programs.
    private struct Line: Encodable {
        let id: String
        let metric: String
        let subject: String
        let sentence: String
        let detail: String?
        let severity: String
        let state: String
        let value: Double
        let threshold: Double
        let openedAt: Date
        let resolvedAt: Date?

        init(_ row: AlertRow) {
            id = row.id.description
            metric = row.metric.code
            subject = row.subject
            sentence = row.sentence
            detail = row.detail
            severity = row.severity.rawValue
            state = row.state.rawValue
            value = row.latest
            threshold = row.threshold
            openedAt = row.openedAt
            resolvedAt = row.resolvedAt
        }
    }
}
