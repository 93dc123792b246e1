import ArgumentParser

struct JobsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Look after jobs: list, show, add, cancel, replay, discard, pause, schedules.",
        subcommands: [
            ListJobs.self, ShowJob.self, AddJob.self, CancelJobs.self, ReplayJobs.self, DiscardJobs.self,
            PauseJobs.self,
            ResumeJobs.self, ListSchedules.self,
        ])
}
