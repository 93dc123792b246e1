import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Scoring
import Server

struct ScoreFigures: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures", abstract: "Score the rows of a table of dated figures by a profile.",
        discussion: """
            The table is a CSV file (also packed, also with semicolons or tabs): a column that names what is scored, one for each figure \
            the profile uses, and, where there are, the category and the day (2026-11-30). Columns are found by their names or told by \
            --map subject=niche,rating=stars. A figure that is missing gives its weight to the others, and the answer says so. Nothing \
            is stored. "score profiles NAME" says which figures a profile uses.
            """)
    @Argument(help: "The table.") var file: String
    @Option(help: "A profile by name, such as pod-v2, or a file with one.") var profile: String
    @Option(help: "The day, as 2026-11-30; otherwise the newest of the table.") var on: String?
    @Option(help: "What columns say: subject=niche,day=date,category=group,rating=stars.") var map: String?
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        if let on, CalendarDay(iso: on) == nil {
            throw ValidationError("\(on) is no day; write it as 2026-11-30.")
        }
    }

    func run() async throws {
        do {
            let document = try FigureProfileChoice.read(profile)
            let scorer = try FigureScorer(document)
            let reading = try FigureTableReading(file, map: map, inputs: document.inputs.map(\.name))
            for sentence in reading.sentences { Console.warn(sentence) }
            guard let day = on.flatMap(CalendarDay.init(iso:)).map({ Int($0.daysSince2000) }) ?? reading.newestDay
            else { throw SettingsProblem("\(file) has no row that could be scored.") }
            let scores = scorer.scores(reading.table, asOf: day)
            for sentence in Self.sentences(scores, document) { Console.warn(sentence) }
            if json { return try Console.json(FigureAnswer(scores, document)) }
            write(scores, document)
        } catch let problem as PriceBookProblem {
            throw SettingsProblem(problem.description)
        } catch let refusal as FigureRefusal {
            throw SettingsProblem(refusal.description)
        }
    }

    private func write(_ scores: FigureScores, _ document: FigureDocument) {
        let titles = document.components.map(\.name)
        var text = CSVText.line(
            ["subject", "category", "day", "score", "tier", "momentum", "completeness", "season"] + titles + ["notes"])
        for score in Self.ranked(scores) {
            func number(_ value: Double?) -> String { value.map { Console.decimal($0, places: 2) } ?? "" }
            text += CSVText.line(
                [
                    score.subject, score.category ?? "", FigureTableReading.day(score.rowDay), number(score.score),
                    score.tier?.rawValue ?? "", number(score.momentum), number(score.completeness),
                    number(score.seasonFactor),
                ] + score.components.map { number($0.outcome.measurement?.value) }
                    + [Self.notes(score, document).joined(separator: "; ")])
        }
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    /// The highest score first, what has none last.
    static func ranked(_ scores: FigureScores) -> [FigureScore] {
        scores.subjects.sorted { left, right in
            left.score == right.score ? left.subject < right.subject : (left.score ?? -1) > (right.score ?? -1)
        }
    }

    /// Why something is missing, and what was taken for granted.
    static func notes(_ score: FigureScore, _ document: FigureDocument) -> [String] {
        func title(_ input: String) -> String { document.inputs.first { $0.name == input }?.title ?? input }
        var notes = zip(document.components, score.components).compactMap { component, made in
            made.outcome.missingReason.map { "\(component.title): \($0.sentence(title: title))" }
        }
        if score.seasonIsUnknown { notes.append("the season is not known and was taken as usual") }
        if score.momentum != nil, !score.momentumIsComparable {
            notes.append("the earlier score was measured otherwise, so the tier ignores the change")
        }
        return notes
    }

    private static func sentences(_ scores: FigureScores, _ document: FigureDocument) -> [String] {
        var sentences = scores.unusableValues.sorted { $0.key < $1.key }.map { name, count in
            "\(Console.count(count)) values of \(name) are no numbers or out of range and count as missing."
        }
        if scores.duplicateRows > 0 {
            sentences.append("\(Console.count(scores.duplicateRows)) rows gave way to a later one of the same day.")
        }
        return sentences
    }
}
