/// The rows of a file under names, some at a time: for tools that keep less of a row than all of it. Packed or not, with commas,
/// semicolons or tabs.
package struct TableRows {
    package struct Row: Sendable {
        /// The line of the file it begins on; the names are on line 1.
        package let line: Int
        /// Trimmed texts, as many as there are names.
        package let cells: [String]
    }

    package let header: [String]
    /// What parts the cells.
    package let format: FileFormat
    /// Rows that could not be read, each with its line.
    package private(set) var rejects: [(line: Int, reason: String)] = []

    private let window: ByteWindow
    private var reader: DelimitedReader
    private var batch = RecordBatch()
    private var hasMore = true

    /// - Throws: `PriceBookProblem`.
    package init(path: String, format: FileFormat = .auto) throws(PriceBookProblem) {
        let window = try ByteWindow(source: try ByteSource(path: path), encoding: .auto)
        let found = format == .auto ? window.withBytes(FileFormat.sniff) : format
        guard let separator = found.separator else {
            throw PriceBookProblem(
                .wrongFormat, "The file \(path) is JSON; rows with commas, semicolons or tabs are needed.")
        }
        self.window = window
        self.format = found
        reader = try DelimitedReader(window: window, separator: separator)
        header = reader.header
    }

    /// How much of the file has been read.
    package var progress: PriceBookProgress { window.progress }

    /// The place of a column by its name; nil where there is none.
    package func column(_ name: String) -> Int? { header.firstIndex(of: name) }

    /// - Parameter maximum: rows at most, rejected ones among them.
    /// - Returns: the next rows, which may be none; nil at the end.
    /// - Throws: `PriceBookProblem`.
    package mutating func next(_ maximum: Int) throws(PriceBookProblem) -> [Row]? {
        guard hasMore else { return nil }
        batch.removeAll()
        hasMore = try reader.read(into: &batch, maximum: maximum)
        rejects += batch.rejects.map { ($0.line, $0.reason) }
        return batch.records.map { record in
            let first = Int(record.firstCell)
            let cells = batch.cells[first..<(first + Int(record.cellCount))].map { cell in
                CellTrim.trimmed(String(decoding: batch.bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self))
            }
            return Row(line: record.line, cells: cells)
        }
    }
}
