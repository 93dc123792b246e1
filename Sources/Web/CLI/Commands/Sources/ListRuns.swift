import ArgumentParser
import Companies
import Connections
import Foundation
import Ingestion

struct ListRuns: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "runs", abstract: "List runs, newest first.")
    @OptionGroup var who: SourcesWho
    @Option(help: "Of one connection: its name, its id, or its source.") var connection: String?
    @Option(help: "How many, at most 1000.") var limit = 20
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (1...1_000).contains(limit) else { throw ValidationError("--limit may be 1 to 1000.") }
    }

    func run() async throws {
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let rows = try await workplace.database.transaction(in: company.id) { transaction in
                var id: ConnectionID?
                if let connection { id = try await SourcesWho.connection(connection, in: transaction).id }
                return try await transaction.fetch(
                    RunListQueries.newest(of: company.id, connection: id, limit: limit))
            }
            if json { return try Console.json(rows.map(RunLine.init)) }
            if rows.isEmpty { Console.say("There is no run yet.") }
            for row in rows {
                Console.say(
                    "\(row.id.uuidString.lowercased())\t\(row.startedAt.formatted(.iso8601))\t\(row.connectionName)\t"
                        + "\(row.state.rawValue)\t\(Console.count(row.items)) items\t\(row.sentence ?? "")")
            }
        }
    }
}

/// A run for programs.
struct RunLine: Encodable {
    let id: String
    let connection: String
    let source: String
    let state: String
    let cause: String?
    let verdict: String?
    let sentence: String?
    let isComplete: Bool
    let startedAt: Date
    let finishedAt: Date?
    let items: Int
    let new: Int
    let changed: Int
    let pages: Int
    let records: Int
    let rejects: Int
    let requests: Int
    let retries: Int
    let bytes: Int

    init(_ row: RunRow) {
        id = row.id.uuidString.lowercased()
        connection = row.connectionName
        source = row.source
        state = row.state.rawValue
        cause = row.cause
        verdict = row.verdict?.rawValue
        sentence = row.sentence
        isComplete = row.isComplete
        startedAt = row.startedAt
        finishedAt = row.finishedAt
        items = row.items
        new = row.new
        changed = row.changed
        pages = row.pages
        records = row.records
        rejects = row.rejects
        requests = row.requests
        retries = row.retries
        bytes = row.packedBytes
    }
}
