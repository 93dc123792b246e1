import ArgumentParser

struct MentionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions", abstract: "Find products in what media and people write and search for.",
        subcommands: [LinkMentions.self], defaultSubcommand: LinkMentions.self)
}
