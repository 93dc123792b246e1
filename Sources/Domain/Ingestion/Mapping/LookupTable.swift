/// A second file held in memory by the value of one of its columns, for facts a price book only refers to.
struct LookupTable: Sendable {
    /// Most rows of such a file.
    static let maximumRows = 500_000

    private let columns: [String: Int]
    private let rows: [String: [String]]

    /// Reads the whole file.
    init(path: String, rule: LookupRule) throws(PriceBookProblem) {
        let window = try ByteWindow(source: try ByteSource(path: path), encoding: .auto)
        var reader = try DelimitedReader(window: window, separator: rule.format.separator ?? UInt8(ascii: ","))
        let names = ColumnNames(reader.header)
        guard let key = names.index(of: rule.key) else {
            throw names.missing([rule.key], file: path)
        }
        var rows: [String: [String]] = [:]
        var batch = RecordBatch()
        var hasMore = true
        while hasMore {
            hasMore = try reader.read(into: &batch, maximum: 1_000)
            for record in batch.records {
                let first = Int(record.firstCell)
                let texts = batch.cells[first..<(first + Int(record.cellCount))].map { cell in
                    CellTrim.trimmed(String(decoding: batch.bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self))
                }
                if rows[texts[key]] == nil { rows[texts[key]] = texts }
            }
            if rows.count > Self.maximumRows {
                throw PriceBookProblem(
                    .wrongFormat, "The file \(path) has more than \(Self.maximumRows) rows to look things up in.")
            }
            batch.removeAll()
        }
        self.rows = rows
        columns = names.indices
    }

    /// The cell of `column` in the row with this key; `nil` when there is none or it is empty.
    func value(for key: String, column: String) -> String? {
        guard let row = rows[key], let index = columns[column], index < row.count, !row[index].isEmpty else {
            return nil
        }
        return row[index]
    }

    /// - Throws: `missingColumns` when the file lacks a column a rule wants.
    func check(column: String, file: String) throws(PriceBookProblem) {
        guard columns[column] == nil else { return }
        throw PriceBookProblem(.missingColumns, "The file \(file) has no column \"\(column)\".")
    }
}
