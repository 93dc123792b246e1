extension FigureTiers {
    /// What is wrong unless `100 >= viral > trending > emerging > declining >= 0` and `0 <= steadyBand <= 100`.
    var problems: [FigureProblem] {
        let inOrder = 100 >= viral && viral > trending && trending > emerging && emerging > declining && declining >= 0
        return (inOrder ? [] : [.cutOffsOutOfOrder])
            + ((0...100).contains(steadyBand) ? [] : [.steadyBandOutOfRange(steadyBand)])
    }
}
