/// Rows of a file on their way to becoming series.
struct SeriesGathering {
    private struct Row {
        let time: Int
        let value: Double
        let price: Double
        let isTest: Bool
        let line: Int
    }

    var rows = 0
    private let options: SeriesReadingOptions
    private var blanks = 0
    private var problems: [RowProblem] = []
    private var ids: [String] = []
    private var found: [[Row]] = []
    private var places: [String: Int] = [:]
    private var current = 0
    private var isDated = false
    private var absentIsZero = false
    private var zerosFilledIn = 0

    init(_ options: SeriesReadingOptions) { self.options = options }

    mutating func report(_ kind: RowProblem.Kind, _ line: Int) {
        problems.append(RowProblem(kind: kind, line: line))
    }

    mutating func quantity(_ number: FieldParsing.Number, _ line: Int) -> Double {
        switch number {
        case .blank: blanks += 1
        case .bad: report(.badNumber, line)
        case .notFinite: report(.notFinite, line)
        case .value(let value) where abs(value) > options.largest: report(.extreme, line)
        case .value(let value): return value
        }
        return .nan
    }

    mutating func isTest(_ cell: String, _ line: Int) -> Bool {
        switch cell.lowercased() {
        case "test": return true
        case "train": return false
        default:
            report(.badPart, line)
            return false
        }
    }

    /// Makes the series with this name the one that rows go to. Files are mostly sorted by series, so the last is compared first.
    mutating func select(_ id: String) {
        if ids.indices.contains(current), ids[current] == id { return }
        if let place = places[id] {
            current = place
        } else {
            current = ids.count
            places[id] = current
            ids.append(id)
            found.append([])
        }
    }

    mutating func append(_ time: FieldParsing.Time, _ value: Double, price: Double, isTest: Bool, line: Int) {
        let number: Int
        switch time {
        case .integer(let step) where !isDated: number = step
        case .hours(let hours) where isDated || found.allSatisfy(\.isEmpty):
            isDated = true
            number = hours
        default:
            report(.badTime, line)
            return
        }
        if let last = found[current].last, last.time > number, last.isTest == isTest { report(.unsorted, line) }
        found[current].append(Row(time: number, value: value, price: price, isTest: isTest, line: line))
    }

    mutating func reading(hasParts: Bool, hasPrices: Bool) throws(SeriesReadingProblem) -> SeriesReading {
        guard found.contains(where: { !$0.isEmpty }) else { throw .noRows(problems: problems.count) }
        for place in found.indices {
            if hasParts, !isDated { found[place] = Self.joined(found[place]) }
            found[place].sort { ($0.time, $0.line) < ($1.time, $1.line) }
        }
        let step =
            isDated ? options.step ?? StepInference.step(found.lazy.map { $0.map(\.time) }) : .index
        let last = found.lazy.compactMap { $0.last?.time }.max() ?? 0
        absentIsZero = options.absent == .zero || (options.absent == .inferred && leavesOutZeros(step))
        var series: [TimeSeries] = []
        var trainCounts: [Int] = []
        for (id, rows) in zip(ids, found) where !rows.isEmpty {
            let end = step.ordinal(hours: absentIsZero ? last : rows[rows.count - 1].time)
            let (made, trainCount) = assemble(id, rows, step: step, end: end, hasPrices: hasPrices)
            series.append(made)
            trainCounts.append(trainCount)
        }
        return SeriesReading(
            series: series, trainCounts: hasParts ? trainCounts : nil, step: step, zerosFilledIn: zerosFilledIn,
            rows: rows, blanks: blanks,
            problems: problems.sorted { $0.line < $1.line })
    }

    /// Whether the file has counts, hardly ever states a zero, and yet lacks many steps, as lists of sales do. A gap now and then is a day
    /// of which nothing is known.
    private func leavesOutZeros(_ step: SeriesStep) -> Bool {
        guard blanks == 0, found.allSatisfy({ $0.allSatisfy { $0.value >= 0 && $0.value == $0.value.rounded() } })
        else {
            return false
        }
        let rows = found.reduce(0) { $0 + $1.count }
        let zeros = found.reduce(0) { $0 + $1.count { $0.value == 0 } }
        let steps = found.reduce(0.0) { sum, rows in
            guard let first = rows.first, let last = rows.last else { return sum }
            return sum + Double(step.ordinal(hours: last.time)) - Double(step.ordinal(hours: first.time)) + 1
        }
        return Double(zeros) <= 0.01 * Double(rows) && Double(rows) <= 0.9 * steps
    }

    private mutating func assemble(
        _ id: String, _ rows: [Row], step: SeriesStep, end: Int, hasPrices: Bool
    ) -> (TimeSeries, trainCount: Int) {
        let start = max(step.ordinal(hours: rows[0].time), end - options.longest + 1)
        let count = end - start + 1
        var values = [Double](repeating: absentIsZero ? 0 : .nan, count: count)
        var prices = hasPrices ? [Double](repeating: .nan, count: count) : []
        var seen = [Bool](repeating: false, count: count)
        var trainCount = count
        for row in rows {
            let place = step.ordinal(hours: row.time) - start
            guard place >= 0 else {
                report(.tooFar, row.line)
                continue
            }
            if seen[place] { report(.repeated, row.line) }
            values[place] = seen[place] && options.repeated == .sum ? values[place] + row.value : row.value
            seen[place] = true
            if hasPrices { prices[place] = row.price }
            if row.isTest { trainCount = min(trainCount, place) }
        }
        if absentIsZero { zerosFilledIn += seen.count { !$0 } }
        if hasPrices { Self.carry(&prices) }
        return (TimeSeries(id: id, start: start, values: values, prices: prices), trainCount)
    }

    /// Where the test part counts its steps from the beginning again, its steps follow those of the train part.
    private static func joined(_ rows: [Row]) -> [Row] {
        let train = rows.filter { !$0.isTest }
        guard let last = train.map(\.time).max(), let first = rows.lazy.filter(\.isTest).map(\.time).min(),
            first <= last
        else { return rows }
        return train
            + rows.filter(\.isTest).map {
                Row(
                    time: last + $0.time - first + 1, value: $0.value, price: $0.price, isTest: true, line: $0.line)
            }
    }

    /// A price holds until the next is known.
    private static func carry(_ prices: inout [Double]) {
        for place in prices.indices.dropFirst() where prices[place].isNaN { prices[place] = prices[place - 1] }
    }
}
