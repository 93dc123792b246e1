import ArgumentParser

struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Read sources, look at their runs, switch them off and on.",
        subcommands: [
            ListSources.self, ConnectSource.self, RunSource.self, ListRuns.self, ShowRun.self, PublishRun.self,
            DiscardRun.self,
            StopSource.self, StartSource.self, CompactSources.self,
        ])
}
