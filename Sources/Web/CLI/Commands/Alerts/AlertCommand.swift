import ArgumentParser

struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert", abstract: "Look at alerts, hold figures against their limits, try channels.",
        subcommands: [ListAlerts.self, CheckFigures.self, ListChannels.self, TestChannel.self])
}
