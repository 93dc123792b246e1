/// A row with its figures in the order of the inputs.
struct FigureCells {
    /// A value of the table.
    enum Cell: Hashable {
        case known(Double)
        case none
        /// Not finite or out of range.
        case unusable
    }

    let category: String?
    let day: Int
    let cells: [Cell]

    /// - Parameters:
    ///   - season: the input of the season's factor, of which only values above 0 are usable.
    init(_ row: FigureRow, inputs: [FigureInput], season: String?) {
        category = row.category
        day = row.day
        cells = inputs.map { input in
            guard let value = row.values[input.name] else { return .none }
            return input.accepts(value) && (input.name != season || value > 0) ? .known(value) : .unusable
        }
    }
}
