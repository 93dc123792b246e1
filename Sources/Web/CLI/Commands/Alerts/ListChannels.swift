import Alerts
import ArgumentParser
import Companies
import Foundation

struct ListChannels: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "channels", abstract: "List the channels alerts are told on.")
    @OptionGroup var who: SourcesWho

    func run() async throws {
        try await Workplace.open(purpose: "alert") { workplace in
            let company = try await who.find(workplace)
            let rows = try await workplace.database.read(in: company.id, ChannelRow.all(of: company.id))
            if rows.isEmpty { Console.say("Nobody is told outside of the pages.") }
            for row in rows {
                let state =
                    row.brokenWhy.map { "does not work: \($0)" } ?? row.toldAt?.formatted(.iso8601) ?? "never told"
                Console.say(
                    "\(row.id)\t\(row.kind.rawValue)\t\(row.name)\t\(row.host ?? "")\t\(row.least.rawValue)\t\(state)")
            }
        }
    }
}
