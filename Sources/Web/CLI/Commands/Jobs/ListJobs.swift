import ArgumentParser
import Foundation
import Jobs
import Postgres

struct ListJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List jobs, newest first.")
    @OptionGroup var who: JobsWho
    @OptionGroup var which: JobsWhich
    @Option(help: "How many, at most 1000.") var limit = 50
    @Flag(help: "Answer as JSON.") var json = false

    private struct Line: Encodable {
        let id: String
        let company: String
        let kind: String
        let queue: String
        let state: String?
        let since: Date?
        let attempts: Int
        let mostAttempts: Int
        let createdAt: Date
    }

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit may be 1 to 1000.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "jobs") { workplace in
            let console = try await who.console(workplace)
            var rows: [JobListRow] = []
            var after: RowCursor?
            // A page ends when enough jobs were looked at; the command goes on until it has what was asked for.
            while rows.count < limit {
                let entries = try await console.read(
                    JobListQueries.page(which.filter, of: console.scope, after: after, limit: limit - rows.count))
                let page = JobListPage(entries, limit: limit - rows.count)
                rows += page.rows
                guard let next = page.next else { break }
                after = next
            }
            if json {
                return try Console.json(
                    rows.map {
                        Line(
                            id: "\($0.id)", company: $0.companySlug, kind: $0.kind, queue: $0.queue,
                            state: $0.standing.place?.rawValue, since: $0.standing.sinceDate,
                            attempts: $0.standing.attempts,
                            mostAttempts: $0.mostAttempts, createdAt: $0.createdAt)
                    })
            }
            if rows.isEmpty { Console.say("No job fits.") }
            for row in rows {
                Console.say(
                    "\(row.id)\t\(row.companySlug)\t\(row.kind)\t\(row.standing.place?.rawValue ?? "moving")"
                        + "\t\(row.standing.attempts)/\(row.mostAttempts)")
            }
        }
    }
}
