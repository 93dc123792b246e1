import ArgumentParser
import Forecasting
import Foundation
import Ingestion

/// How commands read a file of series.
struct SeriesFileOptions: ParsableArguments {
    @Option(
        help:
            "What columns say: series=item,time=date,value=bottles, also part and price. Without it, usual names are found."
    )
    var map: String?
    @Option(
        help: "What a step without a row means: zero, missing or inferred (zero where counts hardly ever state one).")
    var absent = "inferred"
    @Option(help: "Steps after which the pattern comes round again; without it, what is usual of the dates.")
    var season: Int?
    @Option(help: "Whose public holidays move the series, such as US.") var country: String?
    @Option(help: "Which probabilities of intervals, in percent.") var intervals = "80,95"
    @Option(help: "Threads; the result does not depend on them.") var threads = 2

    func validate() throws {
        guard SeriesReadingOptions.AbsentStep(rawValue: absent) != nil else {
            throw ValidationError("--absent is zero, missing or inferred.")
        }
        guard season.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError("--season may be 1 to 100,000.")
        }
        guard (1...64).contains(threads) else { throw ValidationError("--threads may be 1 to 64.") }
        guard country == nil || known != nil else {
            let all = Country.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Holidays are known of \(all).")
        }
        guard !levels.isEmpty else {
            throw ValidationError("--intervals are percents between 0 and 100, such as 80,95.")
        }
    }

    var known: Country? { country.flatMap { Country(rawValue: $0.uppercased()) } }

    /// 0…1, ascending; empty where one cannot be read.
    var levels: [Double] {
        let found = intervals.split(separator: ",").map { Double($0.trimmingCharacters(in: .whitespaces)) }
        guard found.allSatisfy({ $0.map { $0 > 0 && $0 < 100 } ?? false }) else { return [] }
        return Set(found.compactMap { $0.map { $0 / 100 } }).sorted()
    }

    /// - Throws: `SettingsProblem`, `PriceBookProblem`.
    func read(_ path: String) throws -> SeriesReading {
        var options = SeriesReadingOptions()
        options.columns = try columns()
        options.absent = SeriesReadingOptions.AbsentStep(rawValue: absent) ?? .inferred
        do {
            var table = try TableRows(path: path)
            var reader = try SeriesReader(
                header: table.header, options, hasDecimalComma: table.format == .semicolon)
            let bar = ProgressBar("Reading")
            while let rows = try table.next(10_000) {
                for row in rows { reader.add(row.cells, line: row.line) }
                let (done, all) = (table.progress.bytesRead, table.progress.totalBytes)
                bar.show(Double(done) / Double(max(1, all)), path)
            }
            bar.finish()
            for reject in table.rejects { reader.addUnreadable(line: reject.line) }
            let reading = try reader.reading()
            Self.tell(reading, path)
            return reading
        } catch let problem as SeriesReadingProblem {
            throw SettingsProblem("\(path): \(problem).")
        }
    }

    private func columns() throws -> SeriesColumns {
        var columns = SeriesColumns()
        for entry in (map ?? "").split(separator: ",") {
            let halves = entry.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            switch (halves.first, halves.count) {
            case ("series", 2): columns.id = halves[1]
            case ("time", 2): columns.time = halves[1]
            case ("value", 2): columns.value = halves[1]
            case ("part", 2): columns.part = halves[1]
            case ("price", 2): columns.price = halves[1]
            default: throw SettingsProblem("--map takes what=column; what may be series, time, value, part or price.")
            }
        }
        return columns
    }

    /// What of the file was not taken as it stood.
    private static func tell(_ reading: SeriesReading, _ path: String) {
        if reading.zerosFilledIn > 0 {
            let count = Console.count(reading.zerosFilledIn)
            Console.warn("\(path): \(count) steps without a row count as 0; --absent missing says otherwise.")
        }
        for (kind, count) in reading.problemCounts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let line = reading.problems.first { $0.kind == kind }?.line ?? 0
            Console.warn("\(path): \(Console.count(count)) rows \(words(kind)), the first on line \(line).")
        }
    }

    private static func words(_ kind: RowProblem.Kind) -> String {
        switch kind {
        case .unreadable: "are no rows of the table and were left out"
        case .unnamed: "do not name their series and were left out"
        case .badTime: "have a time that is neither a number nor a date and were left out"
        case .badNumber: "have a value that is no number, taken as not known"
        case .notFinite: "have a value that says it is none, taken as not known"
        case .extreme: "have a value beyond any quantity, taken as not known"
        case .repeated: "repeat a step; the last counts"
        case .unsorted: "are older than the row before; they were sorted in"
        case .tooFar: "lie too far back and were left out"
        case .badPart: "are neither train nor test, taken as train"
        }
    }
}
