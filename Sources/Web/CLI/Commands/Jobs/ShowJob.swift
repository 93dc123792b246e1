import ArgumentParser
import Foundation
import Jobs

struct ShowJob: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one job with what happened to it; secrets in its arguments are left out.")
    @Argument(help: "The job's id.") var id: String
    @OptionGroup var who: JobsWho
    @Flag(help: "Answer as JSON.") var json = false

    private struct Shown: Encodable {
        struct Event: Encodable {
            let at: Date
            let event: String
            let attempt: Int
            let detail: String?
        }

        let id: String
        let company: String
        let kind: String
        let queue: String
        let state: String?
        let attempts: Int
        let mostAttempts: Int
        let createdAt: Date
        let arguments: String?
        let events: [Event]
    }

    func run() async throws {
        try await Workplace.open(purpose: "jobs") { workplace in
            let console = try await who.console(workplace)
            let job = try await JobsProblem.found(id, console)
            let events = try await console.read(JobTimelineRow.of(job.id, in: job.company))
            // No kinds are known here: names that sound like a secret decide.
            let arguments = RedactedArguments(job.arguments, names: [])
            let shown = Shown(
                id: "\(job.id)", company: job.companySlug, kind: job.kind, queue: job.queue,
                state: job.standing.place?.rawValue,
                attempts: job.standing.attempts, mostAttempts: job.mostAttempts, createdAt: job.createdAt,
                arguments: arguments.text,
                events: events.map {
                    .init(
                        at: $0.happenedAt, event: $0.event, attempt: $0.attempt,
                        detail: $0.detail.map(arguments.masking))
                })
            if json { return try Console.json(shown) }
            Console.say(
                "\(shown.kind) of \(shown.company), \(shown.state ?? "moving"), attempt \(shown.attempts) of \(shown.mostAttempts)"
            )
            Console.say(shown.arguments ?? "The arguments are not JSON and are not shown.")
            for event in shown.events {
                Console.say("\(event.at.ISO8601Format())\t\(event.event)\t\(event.attempt)\t\(event.detail ?? "")")
            }
        }
    }
}

/// What can go wrong with jobs, for a person to read.
enum JobsProblem: Error, CustomStringConvertible {
    case unknown(String)

    var description: String {
        switch self {
        case .unknown(let id): "There is no job \(id) here."
        }
    }

    static func found(_ id: String, _ console: JobConsole) async throws -> JobFacts {
        guard let uuid = UUID(uuidString: id),
            let job = try await console.read(JobFacts.find(JobID(rawValue: uuid), in: console.scope)).first
        else { throw JobsProblem.unknown(id) }
        return job
    }
}
