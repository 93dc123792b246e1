import ArgumentParser
import Catalog
import Companies
import Connections
import Foundation
import Ingestion

struct ReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Read the past anew with today's readers, and show what would be otherwise.",
        discussion: """
            Nobody is asked: the answers of runs that are over are read from the database or from the lake. Without --apply nothing \
            is changed.
            """)
    @OptionGroup var who: SourcesWho
    @Option(help: "The source, such as giassi; without it all of them.") var source: String?
    @Option(help: "One connection: its name or its id.") var connection: String?
    @Option(help: "The first day, YYYY-MM-DD, in UTC.") var from: String
    @Option(help: "The last day, YYYY-MM-DD, in UTC.") var to: String
    @Flag(help: "Write what is otherwise.") var apply = false

    func validate() throws {
        guard let first = CalendarDay(iso: from) else { throw ValidationError("\(from) is not a day YYYY-MM-DD.") }
        guard let last = CalendarDay(iso: to) else { throw ValidationError("\(to) is not a day YYYY-MM-DD.") }
        guard first <= last else { throw ValidationError("\(from) is after \(to).") }
    }

    func run() async throws {
        guard let first = CalendarDay(iso: from), let last = CalendarDay(iso: to) else { return }
        try await Workplace.open(purpose: "replay") { workplace in
            let company = try await who.find(workplace)
            var id: ConnectionID?
            if let connection {
                id = try await workplace.database.transaction(in: company.id) {
                    try await SourcesWho.connection(connection, in: $0).id
                }
            }
            let replay = RunReplay(
                database: workplace.database, access: workplace.settings.sourceAccess(workplace.database),
                lake: try workplace.existingLake())
            let bar = ProgressBar("Replay")
            let tally = ReplayTally()
            try await replay.replay(
                company.id, source: source, connection: id, from: first.utcMidnight,
                to: last.adding(days: 1).utcMidnight, applies: apply
            ) { report, total in
                bar.finish()
                tally.add(report)
                if report.isDifferent || report.problem != nil { Self.tell(report) }
                bar.show(Double(tally.runs) / Double(max(1, total)), "\(Console.count(tally.runs)) runs")
            }
            bar.finish()
            Console.say(
                "\(Console.count(tally.runs)) runs read anew, \(Console.count(tally.different)) of them read otherwise"
                    + (apply ? ", \(Console.count(tally.applied)) written." : "; nothing was changed."))
            if tally.applied > 0 {
                _ = try await workplace.database.transaction(in: company.id) { try await CatalogUpkeep.request(in: $0) }
            }
            if tally.problems > 0 { throw ExitCode.failure }
        }
    }

    private static func tell(_ report: ReplayReport) {
        let head = "\(report.run.uuidString.lowercased()) of \(report.startedAt.formatted(.iso8601))"
        if let problem = report.problem { return Console.warn("\(head): not read: \(problem).") }
        Console.say(
            "\(head): \(Console.count(report.added)) added, \(Console.count(report.changed)) changed, "
                + "\(Console.count(report.missing)) not found any more\(report.isApplied ? "; written" : "").")
        for sample in report.samples {
            Console.say(
                "  \(sample.item)\t\(sample.field)\t\(sample.before ?? "nothing") → \(sample.after ?? "nothing")")
        }
    }
}
