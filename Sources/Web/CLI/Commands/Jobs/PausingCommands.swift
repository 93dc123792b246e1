import ArgumentParser
import Jobs

/// What is stopped or let go on.
struct JobsPausing: ParsableArguments {
    @OptionGroup var who: JobsWho
    @Option(help: "The queue.") var queue: String?
    @Option(help: "The kind.") var kind: String?

    func validate() throws {
        guard (queue == nil) != (kind == nil) else { throw ValidationError("Say what: --queue NAME or --kind NAME.") }
        guard what?.scope != nil else { throw ValidationError("That is no name of a queue or kind.") }
    }

    private var what: JobConsole.Pausable? { queue.map { .queue($0) } ?? kind.map { .kind($0) } }

    func pause(_ isPaused: Bool) async throws {
        guard let what else { return }
        try await Workplace.open(purpose: "jobs") { workplace in
            let changed = try await who.console(workplace).pause(what, isPaused)
            Console.say(changed ? (isPaused ? "Paused." : "Resumed.") : "It was so already.")
        }
    }
}

struct PauseJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Start nothing new of a queue or kind; what runs ends by itself.")
    @OptionGroup var pausing: JobsPausing
    func run() async throws { try await pausing.pause(true) }
}

struct ResumeJobs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "resume", abstract: "Let a queue or kind go on.")
    @OptionGroup var pausing: JobsPausing
    func run() async throws { try await pausing.pause(false) }
}
