import ArgumentParser
import Catalog
import Companies
import Foundation
import Ingestion
import Jobs

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Read price books into a company.",
        discussion: """
            Good rows commit together; bad rows go to the error report with line, column and reason. A file with more
            than 5 % bad rows, or with 20 % fewer items than the list before it, is held until it is run again with
            --confirm. The same file is applied once, however often it is imported.
            """)

    @Option(help: "The company's slug.") var company: String
    @Option(help: "The source's name inside the company, such as alko.") var source: String
    @Option(help: "A mapping by name or path; without it, the mapping named like the source.") var mapping: String?
    @Option(help: "What people call the source; without it, the mapping's title.") var title: String?
    @Option(help: "The day of the list, YYYY-MM-DD, where neither file name nor column states it.") var date: String?
    @Option(help: "The shop, where a book covers several and does not name it.") var shop: String?
    @Option(name: .customLong("lookup"), help: "A second file a mapping needs, as NAME=FILE.") var lookups: [String] =
        []
    @Option(help: "Write every rejected row to a CSV file per book in this folder.") var errors: String?
    @Flag(help: "Apply files even if they look wrong.") var confirm = false
    @Flag(name: .customLong("no-score"), help: "Do not match and score afterwards.") var noScore = false
    @Flag(help: "Leave matching and scoring to the workers instead of waiting for them.") var background = false
    @Flag(help: "Answer as JSON.") var json = false
    @Argument(help: "Files, oldest first.") var files: [String]

    func run() async throws {
        let mapping = try loadMapping()
        let options = try readOptions()
        try await Workplace.open(purpose: "import") { workplace in
            let company = try await workplace.company(company)
            let work = PriceBookImport(
                database: workplace.database, company: company.id, sourceSlug: source,
                sourceTitle: title ?? mapping.title)
            var outcomes: [ImportOutcome] = []
            var failed = false
            for file in files {
                let bar = ProgressBar(URL(fileURLWithPath: file).lastPathComponent)
                let started = ContinuousClock.now
                do {
                    let report = try await work.run(
                        path: file, mapping: mapping, options: options, confirmed: confirm,
                        moment: .init(run: UUID(), source: UUID(), now: Date())
                    ) { progress, rows in
                        let share = Double(progress.bytesRead) / Double(max(1, progress.totalBytes))
                        bar.show(share, "\(Console.count(rows)) rows")
                    }
                    bar.finish()
                    let outcome = ImportOutcome(report, seconds: (ContinuousClock.now - started).seconds)
                    outcomes.append(outcome)
                    if !json { outcome.lines.forEach(Console.say) }
                    if let errors { try await writeErrors(of: report, to: errors, company: company.id, workplace) }
                    if report.state == .held { failed = true }
                } catch let problem as PriceBookProblem {
                    bar.finish()
                    failed = true
                    outcomes.append(ImportOutcome(refused: file, because: problem.description))
                    if !json { Console.warn("\(file): \(problem.description) Nothing of it was kept.") }
                }
            }
            if !noScore, outcomes.contains(where: { $0.changed }) {
                if background {
                    let job = try await workplace.database.transaction(in: company.id) {
                        try await CatalogUpkeep.request(in: $0)
                    }
                    if !json { Console.say(Self.told(job, company: company)) }
                } else {
                    try await Refresh.run(workplace, company: company, quiet: json)
                }
            }
            if json { try Console.json(outcomes) }
            if failed { throw ExitCode(2) }
        }
    }

    private static func told(_ job: JobID?, company: Company) -> String {
        guard let job else { return "Matching and scoring were asked for before and have not begun." }
        return
            "Matching and scoring are job \(job); tidemark jobs show \(job) --company \(company.slug) says how far it is."
    }

    private func loadMapping() throws -> Mapping {
        let name = mapping ?? source
        return name.contains("/") || name.hasSuffix(".json") ? try Mapping.load(name) : try Mapping.builtIn(named: name)
    }

    private func readOptions() throws -> PriceBookOptions {
        var day: CalendarDay?
        if let date {
            guard let parsed = CalendarDay(iso: date) else { throw ValidationError("\(date) is not a day YYYY-MM-DD.") }
            day = parsed
        }
        var tables: [String: String] = [:]
        for lookup in lookups {
            guard let sign = lookup.firstIndex(of: "=") else {
                throw ValidationError("--lookup takes NAME=FILE, not \(lookup).")
            }
            tables[String(lookup[..<sign])] = String(lookup[lookup.index(after: sign)...])
        }
        return PriceBookOptions(date: day, today: .today(), shop: shop, lookups: tables)
    }

    private func writeErrors(
        of report: ImportReport, to path: String, company: CompanyID, _ workplace: Workplace
    ) async throws {
        let output = try ErrorReportFile(folder: path, file: report.fileName)
        var last = 0
        while true {
            let line = last
            let rejects = try await workplace.database.transaction(in: company) { transaction in
                try await RunQueries(transaction: transaction).rejects(of: report.run, after: line, limit: 5_000)
            }
            guard let end = rejects.last else { break }
            output.write(rejects)
            last = end.line
        }
        output.close()
    }
}

extension CalendarDay {
    /// The present day in UTC.
    static func today() -> CalendarDay {
        CalendarDay(utc: Date())
    }
}

extension Duration {
    /// Seconds with fractions.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
