extension FigureComponent {
    /// What is wrong with the component by itself.
    /// - Parameters:
    ///   - inputs: the names of the document's inputs.
    ///   - hasSeason: whether the document has a season.
    func problems(inputs: Set<String>, hasSeason: Bool) -> [FigureProblem] {
        textProblems + kindProblems + formulaProblems(inputs) + numberProblems
            + (seasonal && !hasSeason ? [.seasonalWithoutSeason(component: name)] : [])
    }

    private var textProblems: [FigureProblem] {
        let texts = [(FigureText.name, name), (.title, title), (.summary, summary)]
        return texts.filter { $0.1.isBlank }.map { .emptyText($0.0, of: .component(name)) }
    }

    private var kindProblems: [FigureProblem] {
        switch (formula, measure) {
        case (nil, nil): [.neitherFormulaNorMeasure(component: name)]
        case (.some, .some): [.bothFormulaAndMeasure(component: name)]
        case (nil, .some): normaliser == .clamp ? [] : [.measureNotClamped(component: name)]
        case (.some, nil): []
        }
    }

    private func formulaProblems(_ inputs: Set<String>) -> [FigureProblem] {
        guard let formula else { return [] }
        var problems: [FigureProblem] = formula.terms.isEmpty ? [.noTerms(component: name)] : []
        for term in formula.terms {
            if !inputs.contains(term.input) { problems.append(.unknownInput(term.input, component: name)) }
            if !term.times.isFinite { problems.append(.timesNotFinite(input: term.input, component: name)) }
        }
        return problems + (formula.plus.isFinite ? [] : [.plusNotFinite(component: name)])
    }

    private var numberProblems: [FigureProblem] {
        var problems: [FigureProblem] = []
        if case .percentile(_, let least) = normaliser, least < 1 {
            problems.append(.leastTooSmall(least, component: name))
        }
        if !(weight >= 0 && weight.isFinite) { problems.append(.weightOutOfRange(weight, component: name)) }
        return problems
    }
}
