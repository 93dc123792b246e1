/// A formula over the rows of one subject.
struct FigureSum {
    let now: FigureCells
    let history: FigureHistory
    /// The place of every input in a row.
    let places: [String: Int]
    let periodDays: Int

    /// What a formula gives, or the first thing that is missing.
    func figure(_ formula: FigureFormula) -> Result<Double, Gap> {
        Result { () throws(Gap) in
            var sum = 0.0
            for term in formula.terms {
                sum += term.times * (term.perWeek ? try change(of: term.input) : try level(of: term.input))
            }
            sum += formula.plus
            guard sum.isFinite else { throw Gap(reason: .tooLarge) }
            return sum
        }
    }

    /// A missing figure on its way out.
    struct Gap: Error {
        let reason: FigureMissingReason
    }

    private func level(of input: String) throws(Gap) -> Double {
        switch cell(input, in: now) {
        case .known(let value): return value
        case .none: throw Gap(reason: .noFigure(input: input))
        case .unusable: throw Gap(reason: .unusableFigure(input: input))
        }
    }

    /// The change per week against the newest row at least one period older: (now − then) / (days between / 7).
    private func change(of input: String) throws(Gap) -> Double {
        let value = try level(of: input)
        guard let then = history.newest(days: periodDays, before: now), then.day < now.day else {
            throw Gap(reason: .noEarlierRow(input: input, periodDays: periodDays))
        }
        guard case .known(let before) = cell(input, in: then) else {
            throw Gap(reason: .noEarlierFigure(input: input, day: then.day))
        }
        return (value - before) / ((Double(now.day) - Double(then.day)) / 7)
    }

    private func cell(_ input: String, in row: FigureCells) -> FigureCells.Cell {
        places[input].map { row.cells[$0] } ?? .none
    }
}
