import ArgumentParser

/// Drills of the job queue: real worker processes over a real PostgreSQL of their own, killed, stopped and cut off, with a
/// ledger of what had to happen. `make chaos` runs them all.
@main struct DrillProgram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "JobDrill", abstract: "Fault drills of the job queue.",
        subcommands: [RunCommand.self, WorkerCommand.self, SchedulerCommand.self], defaultSubcommand: RunCommand.self)
}
