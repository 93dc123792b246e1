import ArgumentParser
import Foundation
import Jobs
import Postgres

struct ListSchedules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "schedules", abstract: "List schedules.")
    @OptionGroup var who: JobsWho
    @Flag(help: "Answer as JSON.") var json = false

    private struct Line: Encodable {
        let company: String
        let name: String
        let kind: String
        let cron: String
        let timeZone: String
        let missed: String
        let next: Date?
        let isPaused: Bool
    }

    func run() async throws {
        try await Workplace.open(purpose: "jobs") { workplace in
            let console = try await who.console(workplace)
            let schedules = try await console.read(ScheduleOverview.all(of: console.scope))
            if json {
                return try Console.json(
                    schedules.map {
                        Line(
                            company: $0.companySlug, name: $0.name, kind: $0.kind, cron: $0.cron, timeZone: $0.timeZone,
                            missed: $0.missed, next: $0.nextSlot.date, isPaused: $0.pausedAt != nil)
                    })
            }
            if schedules.isEmpty { Console.say("Nothing is scheduled.") }
            for schedule in schedules {
                let next = schedule.pausedAt == nil ? schedule.nextSlot.date?.ISO8601Format() ?? "never" : "paused"
                Console.say(
                    "\(schedule.companySlug)\t\(schedule.name)\t\(schedule.kind)\t\(schedule.cron) \(schedule.timeZone)\t\(next)"
                )
            }
        }
    }
}
