import ArgumentParser
import Companies
import Connections
import Connectors
import Foundation
import Ingestion

struct ListSources: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the sources there are connectors for, and a company's connections.")
    @OptionGroup var who: SourcesWho
    @Flag(help: "Answer as JSON.") var json = false

    private struct Line: Encodable {
        let id: String
        let name: String
        let source: String
        let settings: [String: String]
        let health: String
        let note: String?
        let everyMinutes: Int
        let checkedAt: Date?
        let isPaused: Bool
        let isStopped: Bool
    }

    func run() async throws {
        try await Workplace.open(purpose: "source") { workplace in
            let company = try await who.find(workplace)
            let (rows, stops) = try await workplace.database.transaction(in: company.id) { transaction in
                (
                    try await ConnectionQueries.list(in: transaction),
                    try await SourceSwitchQueries(transaction: transaction).stops()
                )
            }
            let stopped = Set(stops.map(\.source))
            if json {
                return try Console.json(
                    rows.map { row in
                        Line(
                            id: "\(row.id)", name: row.name, source: row.source, settings: row.settings,
                            health: row.health.rawValue, note: row.healthNote, everyMinutes: row.everyMinutes,
                            checkedAt: row.checkedAt, isPaused: row.pausedAt != nil,
                            isStopped: stopped.contains(row.source))
                    })
            }
            Console.say("Sources:")
            for entry in SourceCatalog.all {
                let off = stops.first { $0.source == entry.code }.map { "\toff: \($0.reason)" } ?? ""
                Console.say("  \(entry.code)\t\(entry.name): \(entry.what)\(off)")
            }
            Console.say(rows.isEmpty ? "\(company.name) has no connection." : "Connections of \(company.name):")
            for row in rows {
                let state = row.pausedAt == nil ? row.health.rawValue : "paused"
                Console.say(
                    "  \(row.name)\t\(row.source)\t\(state)\tevery \(row.everyMinutes) min\t\(row.healthNote ?? "")")
            }
        }
    }
}
