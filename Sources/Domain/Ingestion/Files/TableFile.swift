/// A file of rows under names, whole: for tools that hold all of it in memory anyway. Packed or not, with commas, semicolons or tabs.
package struct TableFile: Sendable {
    /// Rows of a file at most.
    package static let mostRows = 5_000_000

    package let header: [String]
    /// Trimmed texts, as many in each as the header has.
    package private(set) var rows: [[String]] = []
    /// Rows that could not be read, each with its line.
    package private(set) var rejects: [(line: Int, reason: String)] = []

    /// - Parameter progress: told the bytes read, and how many there are.
    /// - Throws: `PriceBookProblem`.
    package init(
        path: String, format: FileFormat = .auto, progress: (PriceBookProgress) -> Void = { _ in }
    ) throws(PriceBookProblem) {
        let window = try ByteWindow(source: try ByteSource(path: path), encoding: .auto)
        let found = format == .auto ? window.withBytes(FileFormat.sniff) : format
        guard let separator = found.separator else {
            throw PriceBookProblem(
                .wrongFormat, "The file \(path) is JSON; rows with commas, semicolons or tabs are needed.")
        }
        var reader = try DelimitedReader(window: window, separator: separator)
        header = reader.header
        var batch = RecordBatch()
        var hasMore = true
        while hasMore {
            hasMore = try reader.read(into: &batch, maximum: 1_000)
            for record in batch.records {
                let first = Int(record.firstCell)
                rows.append(
                    batch.cells[first..<(first + Int(record.cellCount))].map { cell in
                        CellTrim.trimmed(String(decoding: batch.bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self))
                    })
            }
            rejects += batch.rejects.map { ($0.line, $0.reason) }
            guard rows.count <= Self.mostRows else {
                throw PriceBookProblem(.wrongFormat, "The file \(path) has more than \(Self.mostRows) rows.")
            }
            progress(window.progress)
            batch.removeAll()
        }
    }

    /// The place of a column by its name; nil where there is none.
    package func column(_ name: String) -> Int? { header.firstIndex(of: name) }
}
