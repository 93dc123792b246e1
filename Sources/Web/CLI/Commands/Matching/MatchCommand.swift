import ArgumentParser

struct MatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Recognise products, decide which is which, and take decisions back.",
        subcommands: [
            RunMatching.self, EvaluateMatching.self, LearnMatcher.self, DedupeListings.self, TimeMatching.self,
            TimeRematching.self,
            MergeProducts.self, SplitProduct.self, MoveListing.self, MarkDifferent.self, UndoDecision.self,
            ListDecisions.self, FillQueue.self, ListModels.self, PromoteModel.self, RollBackModel.self,
            ShowAutomation.self,
        ], defaultSubcommand: RunMatching.self)
}
