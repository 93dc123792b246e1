import ArgumentParser

struct ScoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score", abstract: "Score a company's products from their evidence, and open scores.",
        subcommands: [
            RunScoring.self, ExplainScore.self, CheckScores.self, TierRecordCommand.self, ShowProfiles.self,
            ScoreFigures.self,
        ],
        defaultSubcommand: RunScoring.self)
}
