import ArgumentParser
import Foundation
import Matching

struct DedupeListings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dedupe", abstract: "Find the rows of lists that are the same thing.",
        discussion: """
            Lists are CSV files (also packed, also with semicolons or tabs). Of one, rows of one thing are found within it; of several, \
            across them, and a thing has at most one row of each unless --within. Columns are taken by their names (name or title, brand, \
            gtin, size, …) or by --map. The answer is a CSV: cluster, file, line, score. Nothing is stored.
            """)
    @Argument(help: "The lists.") var files: [String]
    @Option(help: "What columns say: name=title,brand=manufacturer.") var map: String?
    @Option(help: "How alike rows of one thing are on average, 0.5 to 1.") var threshold = 0.82
    @Flag(help: "With several lists: rows of one list may be one thing, too.") var within = false
    @Option(help: "Where to write the answer; without it, to standard output.") var output: String?
    @Flag(help: "Answer as JSON.") var json = false
    @Option(help: "A column that says which thing a row is; how right the answer is is said, too.") var truth: String?
    @Option(help: "Rows that are also compared with all others, to say what the index misses.") var check = 0
    @Option(help: "Where to write the figures of the summary as JSON.") var report: String?
    @Option(help: "Threads; the answer does not depend on them.") var threads = 2

    func validate() throws {
        guard (0.5...1).contains(threshold) else { throw ValidationError("--threshold may be 0.5 to 1.") }
        guard (1...64).contains(threads) else { throw ValidationError("--threads may be 1 to 64.") }
        guard (0...100_000).contains(check) else { throw ValidationError("--check may be 0 to 100000.") }
        guard Set(files).count == files.count else { throw ValidationError("A list is named twice.") }
    }

    func run() async throws {
        let started = ContinuousClock.now
        let rule = DuplicateRule(threshold: Float(threshold), isWithinSources: within || files.count == 1)
        let reading = ProgressBar("Reading")
        var lists = ListingFiles(files, map: try ColumnMap(map), truth: truth, threads: threads)
        try await lists.read { reading.show($0, "\(Console.count($1)) rows") }
        reading.finish()
        let read = ContinuousClock.now
        let looking = ProgressBar("Comparing")
        let found = await DuplicateSearch(lists.index, rule).pairs(threads: threads) {
            looking.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) rows")
        }
        looking.finish()
        let compared = ContinuousClock.now
        let clusters = DuplicateClusters(lists.index, rule, found.pairs)
        let writer = try ClusterWriter(output, isJSON: json)
        try clusters.forEach { members in
            try writer.write(members.map { (lists.path(of: $0), Int(lists.lines[Int($0)]), clusters.score(of: $0)) })
        }
        try writer.finish()
        let grouped = ContinuousClock.now
        var figures = DedupeFigures(lists, found, clusters, rule)
        figures.seconds = .init(
            reading: (read - started).seconds, comparing: (compared - read).seconds,
            grouping: (grouped - compared).seconds)
        if check > 0 { figures.blocking = BlockingCheck(lists, rule, rows: check) }
        say(figures, lists)
        if let report { try write(figures, to: report) }
    }

    private func say(_ figures: DedupeFigures, _ lists: ListingFiles) {
        for (path, count, first) in lists.rejected {
            Console.warn("\(Console.count(count)) rows of \(path) could not be read. \(first)")
        }
        if lists.nameless > 0 { Console.warn("\(Console.count(lists.nameless)) rows have no name and were left out.") }
        for line in figures.sentences { Console.warn(line) }
    }

    private func write(_ figures: DedupeFigures, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do {
            try encoder.encode(figures).write(to: URL(filePath: path))
        } catch {
            throw SettingsProblem("The figures cannot be written to \(path).")
        }
    }
}
