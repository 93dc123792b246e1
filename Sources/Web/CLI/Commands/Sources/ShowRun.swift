import ArgumentParser
import Companies
import Foundation
import Ingestion

struct ShowRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a run: what it read, what it cost, and what the watch found.")
    @OptionGroup var which: RunWhich

    func run() async throws {
        try await which.open { workplace, company, id in
            let (rows, findings, coverage, errors) = try await workplace.database.read(
                in: company.id, RunListQueries.one(id, of: company.id), RunListQueries.findings(of: id, in: company.id),
                RunListQueries.coverage(of: id, in: company.id),
                RunListQueries.errors(of: id, in: company.id, limit: 20))
            guard let row = rows.first else { throw SettingsProblem("\(company.name) has no run \(id).") }
            Console.say(
                "\(row.connectionName) (\(row.source)): \(row.state.rawValue)\(row.isComplete ? ", all of it" : "")")
            if let sentence = row.sentence { Console.say("  \(row.verdict?.rawValue ?? row.cause ?? ""): \(sentence)") }
            Console.say(
                "  began \(row.startedAt.formatted(.iso8601)), ended \(row.finishedAt?.formatted(.iso8601) ?? "not yet"), "
                    + "\(row.attempts) attempts")
            Console.say(
                "  \(Console.count(row.pages)) pages, \(Console.count(row.records)) records, \(Console.count(row.rejects)) "
                    + "rejected, \(Console.count(row.items)) items, \(Console.count(row.new)) new, "
                    + "\(Console.count(row.changed)) changed")
            Console.say(
                "  \(Console.count(row.requests)) answers \(row.statuses), \(Console.count(row.retries)) further tries, "
                    + "\(Console.count(row.packedBytes)) bytes, \(Console.count(row.bodyBytes)) unpacked, waited "
                    + "\(Console.count(row.waitedMilliseconds)) ms, signed in \(row.signIns) times")
            for field in coverage {
                let share = field.records == 0 ? 0 : 100 * field.filled / field.records
                Console.say("  \(field.field)\t\(share) %\t\(field.commonest ?? "")")
            }
            for finding in findings { Console.say("  \(finding.holds ? "holds" : "noted")\t\(finding.sentence)") }
            for error in errors { Console.say("  \(error.reason)") }
        }
    }
}
