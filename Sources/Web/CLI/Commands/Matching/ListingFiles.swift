import Foundation
import Ingestion
import Matching

/// Reads lists of things into an index, a file a source: names are taken apart on several threads, and of a row only what is
/// compared is kept.
struct ListingFiles {
    /// Rows of all files together at most.
    static let mostRows = 5_000_000
    private static let chunk = 2_000

    let paths: [String]
    private(set) var index = ListingIndex()
    /// By number of the listing: the line it is on.
    private(set) var lines: [Int32] = []
    /// By file: the number of its first listing.
    private(set) var starts: [Int32] = []
    /// By number of the listing: which thing it is in truth, where a column says so; -1 where it does not.
    private(set) var truths: [Int32] = []
    /// Rows without a name.
    private(set) var nameless = 0
    /// By file: rows that could not be read, and what is wrong with the first.
    private(set) var rejected: [(path: String, count: Int, first: String)] = []

    private let map: ColumnMap
    private let truth: String?
    private let threads: Int
    private var things: [String: Int32] = [:]

    /// - Parameters:
    ///   - truth: the column that says which thing a row is, if one does.
    ///   - threads: tasks at once; what is read does not depend on them.
    init(_ paths: [String], map: ColumnMap, truth: String?, threads: Int) {
        self.paths = paths
        self.map = map
        self.truth = truth
        self.threads = threads
    }

    var count: Int { lines.count }

    /// The file of a listing.
    func path(of number: Int32) -> String {
        var file = starts.count - 1
        while starts[file] > number { file -= 1 }
        return paths[file]
    }

    /// - Parameter progress: told the share that has been read, 0–1, and the rows.
    /// - Throws: `SettingsProblem`.
    mutating func read(progress: (Double, Int) -> Void) async throws {
        let total = Double(paths.count)
        for (file, path) in paths.enumerated() {
            starts.append(Int32(count))
            do {
                try await read(path, source: Int32(file)) { share, rows in
                    progress((Double(file) + share) / total, rows)
                }
            } catch let problem as PriceBookProblem {
                throw SettingsProblem(problem.description)
            }
        }
        guard count > 0 else {
            throw SettingsProblem("There is no row with a name in \(paths.joined(separator: ", ")).")
        }
    }

    private mutating func read(_ path: String, source: Int32, _ progress: (Double, Int) -> Void) async throws {
        var table = try TableRows(path: path)
        let columns = try map.columns(of: table.header, path)
        var truthColumn: Int?
        if let truth {
            guard let column = table.column(truth) else {
                throw SettingsProblem("\(path) has no column \(truth), which --truth names.")
            }
            truthColumn = column
        }
        var hasMore = true
        while hasMore {
            var chunks: [[TableRows.Row]] = []
            while chunks.count < threads, hasMore {
                if let rows = try table.next(Self.chunk) { chunks.append(rows) } else { hasMore = false }
            }
            for (rows, readings) in zip(chunks, await Self.readings(of: chunks, columns)) {
                for (row, reading) in zip(rows, readings) { try add(row, reading, source: source, truthColumn) }
            }
            let bytes = table.progress
            progress(Double(bytes.bytesRead) / Double(max(1, bytes.totalBytes)), count)
        }
        if let first = table.rejects.first { rejected.append((path, table.rejects.count, first.reason)) }
    }

    private mutating func add(
        _ row: TableRows.Row, _ reading: ListingReading?, source: Int32, _ truthColumn: Int?
    ) throws {
        guard let reading else {
            nameless += 1
            return
        }
        guard count < Self.mostRows else {
            throw SettingsProblem("There are more than \(Console.count(Self.mostRows)) rows; take fewer at a time.")
        }
        index.put(Int32(count), reading, source: source)
        lines.append(Int32(clamping: row.line))
        guard let truthColumn else { return }
        let text = row.cells[truthColumn]
        let thing = text.isEmpty ? -1 : things[text] ?? Int32(things.count)
        if thing == things.count { things[text] = thing }
        truths.append(thing)
    }

    /// What rows say; nil for those without a name.
    private static func readings(
        of chunks: [[TableRows.Row]], _ columns: [Int: FieldRole]
    ) async -> [[ListingReading?]] {
        await withTaskGroup(of: (Int, [ListingReading?]).self) { group in
            for (place, rows) in chunks.enumerated() {
                group.addTask {
                    (
                        place,
                        rows.map { row in
                            let record = ColumnMap.record(row.cells, columns)
                            return record.name.isEmpty ? nil : ListingReading(record)
                        }
                    )
                }
            }
            var found = [[ListingReading?]](repeating: [], count: chunks.count)
            for await (place, readings) in group { found[place] = readings }
            return found
        }
    }
}
