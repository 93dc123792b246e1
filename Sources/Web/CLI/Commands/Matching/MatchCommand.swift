import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Recognise products, decide which is which, and take decisions back.",
        subcommands: [
            RunMatching.self, EvaluateMatching.self, DedupeListings.self, MergeProducts.self, SplitProduct.self,
            MoveListing.self, MarkDifferent.self, UndoDecision.self, ListDecisions.self, TimeMatching.self,
        ], defaultSubcommand: RunMatching.self)
}
