extension FigureProblem {
    package var description: String {
        switch self {
        case .malformedName(let name):
            "The name “\(name)” must be letters, digits and dashes and end in a version such as “-v1”."
        case .emptyText(let text, let part): "The \(text.rawValue) of \(part) is empty."
        case .periodOutOfRange(let days): "The period is \(days) days; it must be 1 to 366."
        case .duplicateName(let part): "There is more than one \(part)."
        case .boundsOutOfOrder(let input):
            "The bounds of the input “\(input)” must be numbers, the lower one not above the upper one."
        case .unusedInput(let input): "The input “\(input)” is not used."
        case .unknownInput(let input, let component):
            "The component “\(component)” uses “\(input)”, which is not among the inputs."
        case .unknownSeasonInput(let input): "The season uses “\(input)”, which is not among the inputs."
        case .seasonalWithoutSeason(let component):
            "The component “\(component)” is seasonal, but the profile has no season."
        case .seasonWithMeasures: "A profile of measures has no table and so can have no season."
        case .noComponents: "There are no components."
        case .mixesMeasuresAndFormulas:
            "Some components have formulas and others measures; it must be one or the other."
        case .bothFormulaAndMeasure(let component): "The component “\(component)” has both a formula and a measure."
        case .neitherFormulaNorMeasure(let component):
            "The component “\(component)” has neither a formula nor a measure."
        case .repeatedMeasure(let measure): "More than one component has the measure “\(measure.rawValue)”."
        case .measureNotClamped(let component):
            "The component “\(component)” is a measure and so 0 to 100 already; its normaliser must be “clamp”."
        case .noTerms(let component): "The formula of the component “\(component)” has no terms."
        case .timesNotFinite(let input, let component):
            "The component “\(component)” multiplies “\(input)” by what is not a finite number."
        case .plusNotFinite(let component): "The component “\(component)” adds what is not a finite number."
        case .leastTooSmall(let least, let component):
            "The component “\(component)” is ranked among at least \(least); it must be at least 1."
        case .weightOutOfRange(let weight, let component):
            "The weight of the component “\(component)” is \(weight); it must be a number of at least 0."
        case .weightsDoNotSumToOne(let sum): "The weights sum to \(sum); they must sum to 1."
        case .tiers(let problem): problem.description
        }
    }
}
