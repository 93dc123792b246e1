/// Reads series out of long-form CSV: a row for each series and step.
///
/// Nothing is dropped in silence: what could not be taken as it stood is in `SeriesReading.problems` with its line.
package struct SeriesReader: Sendable {
    package let options: SeriesReadingOptions

    package init(_ options: SeriesReadingOptions = SeriesReadingOptions()) { self.options = options }

    /// - Parameter bytes: UTF-8 text with a header; decompressed already.
    package func read(_ bytes: [UInt8]) throws(SeriesReadingProblem) -> SeriesReading {
        var scanner = CSVScanner(bytes)
        var fields: [Range<Int>] = []
        guard scanner.next(into: &fields) else { throw .empty }
        let header = fields.map { scanner.text($0) }
        let places = options.columns.places(in: header)
        guard let id = places.id else { throw .noColumn("series", found: header) }
        guard let time = places.time else { throw .noColumn("time", found: header) }
        guard let value = places.value else { throw .noColumn("value", found: header) }
        var gathering = SeriesGathering(options)
        let needed = max(id, time, value, places.part ?? 0)
        let decimalComma = scanner.delimiter == UInt8(ascii: ";")
        while scanner.next(into: &fields) {
            gathering.rows += 1
            guard fields.count > needed else {
                gathering.report(.short, scanner.line)
                continue
            }
            guard !fields[id].isEmpty else {
                gathering.report(.unnamed, scanner.line)
                continue
            }
            guard let moment = FieldParsing.time(bytes[fields[time]]) else {
                gathering.report(.badTime, scanner.line)
                continue
            }
            let number = FieldParsing.number(bytes[fields[value]], decimalComma: decimalComma)
            let quantity = gathering.quantity(number, scanner.line)
            var price = Double.nan
            if let place = places.price, place < fields.count,
                case .value(let found) = FieldParsing.number(bytes[fields[place]], decimalComma: decimalComma)
            {
                price = found
            }
            var isTest = false
            if let place = places.part {
                isTest = gathering.isTest(bytes[fields[place]], scanner.line)
            }
            gathering.select(bytes[fields[id]]) { scanner.text(fields[id]) }
            gathering.append(moment, quantity, price: price, isTest: isTest, line: scanner.line)
        }
        return try gathering.reading(hasParts: places.part != nil, hasPrices: places.price != nil)
    }
}
