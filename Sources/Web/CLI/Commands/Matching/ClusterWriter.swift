import Foundation
import Server

/// Writes clusters of rows as they come, so that the answer is never in memory as a whole: CSV, or one JSON array.
final class ClusterWriter {
    private struct Cluster: Encodable {
        struct Row: Encodable {
            let file: String
            let line: Int
            let score: Float
        }

        let cluster: Int
        let rows: [Row]
    }

    private static let mostBuffered = 1 << 16

    private let handle: FileHandle
    private let path: String?
    private let isJSON: Bool
    private let encoder = JSONEncoder()
    private var buffer = Data()
    private var count = 0

    /// - Parameter path: of a file that is made or written over; nil is standard output.
    /// - Throws: `SettingsProblem` where that cannot be.
    init(_ path: String?, isJSON: Bool) throws {
        self.path = path
        self.isJSON = isJSON
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if let path {
            guard FileManager.default.createFile(atPath: path, contents: nil),
                let handle = FileHandle(forWritingAtPath: path)
            else { throw SettingsProblem("\(path) cannot be written.") }
            self.handle = handle
        } else {
            handle = .standardOutput
        }
        buffer.append(contentsOf: (isJSON ? "[" : CSVText.line(["cluster", "file", "line", "score"])).utf8)
    }

    /// Writes the next cluster: of each row its file, its line and how alike it is to the others.
    func write(_ rows: [(file: String, line: Int, score: Float)]) throws {
        count += 1
        if isJSON {
            let cluster = Cluster(
                cluster: count,
                rows: rows.map { .init(file: $0.file, line: $0.line, score: ($0.score * 1_000).rounded() / 1_000) })
            buffer.append(contentsOf: (count == 1 ? "\n" : ",\n").utf8)
            buffer.append(try encoder.encode(cluster))
        } else {
            for row in rows {
                let score = String(format: "%.3f", row.score)
                buffer.append(contentsOf: CSVText.line(["\(count)", row.file, "\(row.line)", score]).utf8)
            }
        }
        if buffer.count > Self.mostBuffered { try flush() }
    }

    func finish() throws {
        if isJSON { buffer.append(contentsOf: "\n]\n".utf8) }
        try flush()
    }

    private func flush() throws {
        do {
            try handle.write(contentsOf: buffer)
        } catch {
            throw SettingsProblem("The answer cannot be written\(path.map { " to \($0)" } ?? "").")
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
