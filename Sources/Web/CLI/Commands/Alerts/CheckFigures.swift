import Alerts
import ArgumentParser
import Companies
import Foundation

struct CheckFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold the figures against their limits now, as is done every few minutes, and say what they are.",
        discussion: "Ends with status 1 when an alert is open, so that it can be asked by whatever watches the machine."
    )
    @OptionGroup var who: SourcesWho

    func run() async throws {
        let open = try await Workplace.open(purpose: "alert") { workplace -> Int in
            let company = try await who.find(workplace)
            let now = Date()
            let platform = PlatformSurvey(folders: workplace.settings.watchedFolders)
            let survey = try await AlertLook(at: company.id, database: workplace.database, platform: platform)
                .survey(at: now) { Console.warn("Figures of \($0) could not be read: \($1)") }
            _ = try await workplace.database.transaction(in: company.id) { transaction in
                try await AlertWatch(transaction: transaction, now: now).settle(survey)
            }
            for reading in survey.readings {
                let value = reading.value.map(reading.metric.unit.text) ?? "-"
                Console.say("\(reading.metric)\t\(reading.name)\t\(value)\t\(reading.detail ?? "")")
            }
            let living = try await workplace.database.read(
                in: company.id, AlertDeskQueries.living(of: company.id, limit: 1_000))
            return living.count { $0.state == .open }
        }
        guard open == 0 else {
            Console.warn(open == 1 ? "1 alert is open." : "\(open) alerts are open.")
            throw ExitCode.failure
        }
    }
}
