/// Makes series of long-form rows: a row for each series and step.
///
/// Nothing is dropped in silence: what could not be taken as it stood is in `SeriesReading.problems` with its line.
package struct SeriesReader: Sendable {
    private let places: SeriesColumns.Places
    private let hasDecimalComma: Bool
    private var gathering: SeriesGathering

    /// - Parameters:
    ///   - header: names of the columns.
    ///   - hasDecimalComma: whether `1,5` is one and a half, as in files whose fields are parted by semicolons.
    package init(
        header: [String], _ options: SeriesReadingOptions = SeriesReadingOptions(), hasDecimalComma: Bool = false
    ) throws(SeriesReadingProblem) {
        places = try options.columns.places(in: header)
        self.hasDecimalComma = hasDecimalComma
        gathering = SeriesGathering(options)
    }

    /// - Parameter cells: as many as there are names.
    package mutating func add(_ cells: [String], line: Int) {
        gathering.rows += 1
        guard !cells[places.id].isEmpty else { return gathering.report(.unnamed, line) }
        guard let moment = FieldParsing.time(cells[places.time]) else { return gathering.report(.badTime, line) }
        let number = FieldParsing.number(cells[places.value], hasDecimalComma: hasDecimalComma)
        let quantity = gathering.quantity(number, line)
        var price = Double.nan
        if let place = places.price,
            case .value(let found) = FieldParsing.number(cells[place], hasDecimalComma: hasDecimalComma)
        {
            price = found
        }
        let isTest = places.part.map { gathering.isTest(cells[$0], line) } ?? false
        gathering.select(cells[places.id])
        gathering.append(moment, quantity, price: price, isTest: isTest, line: line)
    }

    /// A row of the file that has no cells to speak of.
    package mutating func addUnreadable(line: Int) {
        gathering.rows += 1
        gathering.report(.unreadable, line)
    }

    /// The series of the rows so far.
    package consuming func reading() throws(SeriesReadingProblem) -> SeriesReading {
        try gathering.reading(hasParts: places.part != nil, hasPrices: places.price != nil)
    }
}
