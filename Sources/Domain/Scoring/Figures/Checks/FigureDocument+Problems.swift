extension FigureDocument {
    /// All that is wrong with the document, in the order of its parts; empty for a sound one.
    package var problems: [FigureProblem] {
        headProblems + inputProblems + seasonProblems + kindProblems
            + components.flatMap { $0.problems(inputs: Set(inputs.map(\.name)), hasSeason: season != nil) }
            + weightProblems + tiers.problems
    }

    private var headProblems: [FigureProblem] {
        var problems: [FigureProblem] = Self.isWellFormed(name: name) ? [] : [.malformedName(name)]
        if title.isBlank { problems.append(.emptyText(.title, of: .profile)) }
        if source.isBlank { problems.append(.emptyText(.source, of: .profile)) }
        if !(1...366).contains(periodDays) { problems.append(.periodOutOfRange(periodDays)) }
        return problems
    }

    private var inputProblems: [FigureProblem] {
        let terms = components.flatMap { $0.formula?.terms ?? [] }
        let used = Set(terms.map(\.input) + [season?.input].compactMap(\.self))
        var problems = inputs.map(\.name).repeated.map { FigureProblem.duplicateName(.input($0)) }
        for input in inputs {
            if input.name.isBlank { problems.append(.emptyText(.name, of: .input(input.name))) }
            if input.title.isBlank { problems.append(.emptyText(.title, of: .input(input.name))) }
            if !input.hasSoundBounds { problems.append(.boundsOutOfOrder(input: input.name)) }
        }
        return problems + inputs.map(\.name).distinct.filter { !used.contains($0) }.map { .unusedInput($0) }
    }

    private var seasonProblems: [FigureProblem] {
        guard let season else { return [] }
        var problems: [FigureProblem] = []
        if !inputs.contains(where: { $0.name == season.input }) { problems.append(.unknownSeasonInput(season.input)) }
        if isMeasured { problems.append(.seasonWithMeasures) }
        return problems
    }

    private var kindProblems: [FigureProblem] {
        guard !components.isEmpty else { return [.noComponents] }
        var problems = components.map(\.name).repeated.map { FigureProblem.duplicateName(.component($0)) }
        // A component with both is told by itself.
        if components.contains(where: { $0.measure != nil && $0.formula == nil }),
            components.contains(where: { $0.formula != nil && $0.measure == nil })
        {
            problems.append(.mixesMeasuresAndFormulas)
        }
        return problems + components.compactMap(\.measure).repeated.map { .repeatedMeasure($0) }
    }

    private var weightProblems: [FigureProblem] {
        let sum = components.map(\.weight).reduce(0, +)
        // What has no components, or a weight that is no number, is told already.
        guard !components.isEmpty, sum.isFinite, abs(sum - 1) > ScoreWeights.tolerance else { return [] }
        return [.weightsDoNotSumToOne(sum)]
    }

    /// Whether a name is letters, digits and dashes of ASCII, begins with no dash and ends in "-v" and a number.
    private static func isWellFormed(name: String) -> Bool {
        guard let dash = name.lastIndex(of: "-") else { return false }
        let version = name[name.index(after: dash)...]
        func isPlain(_ sign: Character) -> Bool { sign.isASCII && (sign.isLetter || sign.isNumber) }
        return name.first.map(isPlain) == true && name.allSatisfy { isPlain($0) || $0 == "-" }
            && version.first == "v" && version.count > 1 && version.dropFirst().allSatisfy(\.isNumber)
    }
}

extension FigureInput {
    fileprivate var hasSoundBounds: Bool {
        let (low, high) = (atLeast ?? 0, atMost ?? 0)
        guard low.isFinite, high.isFinite else { return false }
        return atLeast == nil || atMost == nil || low <= high
    }
}
