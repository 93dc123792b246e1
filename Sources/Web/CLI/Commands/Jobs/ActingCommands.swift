import ArgumentParser
import Jobs

/// What the three acting commands have in common: one job by its id, or all that fit.
struct JobsActing: ParsableArguments {
    @Argument(help: "A job's id; without one, all jobs that fit --state, --kind and --queue.") var id: String?
    @OptionGroup var who: JobsWho
    @OptionGroup var which: JobsWhich
    @Flag(help: "Act on all jobs that fit.") var all = false

    func validate() throws {
        guard (id == nil) == all else { throw ValidationError("Give a job's id, or --all for all jobs that fit.") }
    }

    func perform(_ action: JobAction) async throws {
        try await Workplace.open(purpose: "jobs") { workplace in
            let console = try await who.console(workplace)
            if let id {
                let job = try await JobsProblem.found(id, console)
                let isDone = try await console.perform(action, on: job.id, of: job.company)
                return Console.say(
                    isDone ? "Done." : "Nothing was changed: it is \(job.standing.place?.rawValue ?? "moving on").")
            }
            var changed = 0
            var start: JobConsole.Continuation?
            repeat {
                let progress = try await console.perform(
                    action, onAll: which.filter, of: console.scope, subject: which.words, from: start,
                    budget: .seconds(5))
                changed += progress.changed
                start = progress.next
                if start != nil { Console.warn("\(Console.count(changed)) so far …") }
            } while start != nil
            Console.say("\(Console.count(changed)) jobs were changed.")
        }
    }
}

struct CancelJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "End jobs that have not begun and ask running ones to stop.")
    @OptionGroup var acting: JobsActing
    func run() async throws { try await acting.perform(.cancel) }
}

struct ReplayJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Let dead and cancelled jobs begin anew, and waiting ones now.")
    @OptionGroup var acting: JobsActing
    func run() async throws { try await acting.perform(.replay) }
}

struct DiscardJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discard", abstract: "Say that dead jobs are not wanted back.")
    @OptionGroup var acting: JobsActing
    func run() async throws { try await acting.perform(.discard) }
}
