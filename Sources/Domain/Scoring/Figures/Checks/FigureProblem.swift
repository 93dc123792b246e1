/// One thing that is wrong with a profile.
package enum FigureProblem: Error, Hashable, Sendable, CustomStringConvertible {
    case malformedName(String)
    case emptyText(FigureText, of: FigurePart)
    case periodOutOfRange(Int)
    case duplicateName(FigurePart)
    case boundsOutOfOrder(input: String)
    case unusedInput(String)
    case unknownInput(String, component: String)
    case unknownSeasonInput(String)
    case seasonalWithoutSeason(component: String)
    case seasonWithMeasures
    case noComponents
    case mixesMeasuresAndFormulas
    case bothFormulaAndMeasure(component: String)
    case neitherFormulaNorMeasure(component: String)
    case repeatedMeasure(ScoreComponent)
    case measureNotClamped(component: String)
    case noTerms(component: String)
    case timesNotFinite(input: String, component: String)
    case plusNotFinite(component: String)
    case leastTooSmall(Int, component: String)
    case weightOutOfRange(Double, component: String)
    case weightsDoNotSumToOne(Double)
    case tiers(ScoreProfileProblem)
}
