import Catalog
import Foundation
import Ingestion
import Scoring

/// A table of dated figures out of a file.
struct FigureTableReading {
    /// Rows at most.
    static let mostRows = 2_000_000

    let table: FigureTable
    /// Of all rows; nil without any.
    let newestDay: Int?
    /// What of the file was not taken as it stood.
    let sentences: [String]

    private static let usual: [String: [String]] = [
        "subject": ["subject", "niche", "product", "name", "title", "keyword"],
        "category": ["category", "group"], "day": ["day", "date", "as_of"],
    ]

    /// - Parameter inputs: the figures wanted, by their names in the profile.
    /// - Throws: `PriceBookProblem`, `SettingsProblem`.
    init(_ path: String, map: String?, inputs: [String]) throws {
        let told = try Self.told(map, known: ["subject", "category", "day"] + inputs)
        var file = try TableRows(path: path)
        let names = file.header.map { $0.lowercased() }
        func column(_ what: String) throws -> Int? {
            if let name = told[what] {
                guard let place = names.firstIndex(of: name.lowercased()) else {
                    throw SettingsProblem("\(path) has no column \(name), which --map names.")
                }
                return place
            }
            return (Self.usual[what] ?? [what]).lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        guard let subject = try column("subject") else {
            throw SettingsProblem("\(path) has no column that names what is scored; say which with --map subject=….")
        }
        let (category, day) = (try column("category"), try column("day"))
        let figures = try inputs.map { (name: $0, column: try column($0)) }
        guard figures.contains(where: { $0.column != nil }) else {
            throw SettingsProblem(
                "\(path) has none of the figures the profile uses (\(inputs.joined(separator: ", "))); say which are with --map."
            )
        }
        let hasDecimalComma = file.format == .semicolon
        var rows: [FigureRow] = []
        var (nameless, dayless) = (0, 0)
        while let batch = try file.next(10_000) {
            for row in batch {
                guard !row.cells[subject].isEmpty else {
                    nameless += 1
                    continue
                }
                let on = day.map { CalendarDay(iso: row.cells[$0]) } ?? CalendarDay(daysSince2000: 0)
                guard let on else {
                    dayless += 1
                    continue
                }
                guard rows.count < Self.mostRows else {
                    throw SettingsProblem("There are more than \(Console.count(Self.mostRows)) rows; take fewer.")
                }
                var values: [String: Double] = [:]
                for (name, column) in figures {
                    guard let text = column.map({ row.cells[$0] }), !text.isEmpty else { continue }
                    // What is no number is told as one that cannot be used.
                    values[name] = Double(hasDecimalComma ? text.replacing(",", with: ".") : text) ?? .nan
                }
                let group = category.map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
                rows.append(
                    FigureRow(
                        subject: row.cells[subject], category: group, day: Int(on.daysSince2000), values: values))
            }
        }
        table = FigureTable(rows: rows)
        newestDay = rows.lazy.map(\.day).max()
        var sentences: [String] = []
        let absent = figures.filter { $0.column == nil }.map(\.name)
        if !absent.isEmpty { sentences.append("\(path) has no column for \(absent.joined(separator: ", ")).") }
        if nameless > 0 { sentences.append("\(Console.count(nameless)) rows name nothing and were left out.") }
        if dayless > 0 {
            sentences.append("\(Console.count(dayless)) rows have no day like 2026-11-30 and were left out.")
        }
        if let first = file.rejects.first {
            sentences.append("\(Console.count(file.rejects.count)) rows could not be read. \(first.reason)")
        }
        self.sentences = sentences
    }

    /// A day of the table as text.
    static func day(_ number: Int) -> String { CalendarDay(daysSince2000: Int32(clamping: number)).description }

    private static func told(_ map: String?, known: [String]) throws -> [String: String] {
        var told: [String: String] = [:]
        for entry in (map ?? "").split(separator: ",") {
            let halves = entry.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard halves.count == 2, known.contains(halves[0]) else {
                throw SettingsProblem(
                    "--map takes what=column, such as subject=niche; what may be \(known.joined(separator: ", ")).")
            }
            told[halves[0]] = halves[1]
        }
        return told
    }
}
