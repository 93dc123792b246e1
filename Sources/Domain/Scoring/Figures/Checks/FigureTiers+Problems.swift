extension FigureTiers {
    /// What is wrong with the cut-offs; empty for sound ones.
    var problems: [FigureProblem] {
        TierCutOffs.problems(
            viral: viral, trending: trending, emerging: emerging, declining: declining, steadyBand: steadyBand
        ).map(FigureProblem.tiers)
    }
}
