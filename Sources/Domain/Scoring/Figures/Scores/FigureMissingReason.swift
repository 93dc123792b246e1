/// Why a component could not be measured.
package enum FigureMissingReason: Hashable, Sendable {
    case noFigure(input: String)
    /// It is not finite or out of range.
    case unusableFigure(input: String)
    /// No row is old enough to tell a change.
    case noEarlierRow(input: String, periodDays: Int)
    /// The row a period earlier does not have the figure, or not a usable one.
    case noEarlierFigure(input: String, day: Int)
    /// The formula gives a number that is too large to work with.
    case tooLarge
    /// The component has no formula over a table.
    case noFormula

    /// The reason as a sentence without its full stop.
    /// - Parameter title: the title of an input by its name.
    package func sentence(title: (String) -> String) -> String {
        switch self {
        case .noFigure(let input): "“\(title(input))” is not given"
        case .unusableFigure(let input): "“\(title(input))” is given, but is out of range"
        case .noEarlierRow(let input, let days):
            "no row is \(days) days older or more, so the change of “\(title(input))” is not known"
        case .noEarlierFigure(let input, _): "“\(title(input))” is not known one period earlier"
        case .tooLarge: "the figures are too large to work with"
        case .noFormula: "it is not measured from a table"
        }
    }
}
