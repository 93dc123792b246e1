/// Reads a price book from its file to typed rows, streaming: memory does not grow with the file.
///
/// ```swift
/// var reader = try PriceBookReader(path: path, mapping: mapping, options: options)
/// while let batch = try reader.next(maximum: 1_000) { … }
/// ```
package struct PriceBookReader {
    private let window: ByteWindow
    private var records: RecordReader
    private var mapper: RowMapper
    private var batch = RecordBatch()
    private var notesAtStart: [String]
    private var hasEnded = false

    /// Opens the file, reads its header and checks it against the mapping.
    /// - Throws: `PriceBookProblem` when the file cannot be this book at all.
    package init(path: String, mapping: Mapping, options: PriceBookOptions) throws(PriceBookProblem) {
        let opening = try PriceBookOpening(path: path, mapping: mapping, options: options)
        window = opening.window
        records = opening.records
        mapper = opening.mapper
        notesAtStart = opening.notes
    }

    /// The next rows and rejects together, at most `maximum`, or `nil` at the end. A batch can be empty.
    package mutating func next(maximum: Int) throws(PriceBookProblem) -> PriceBookBatch? {
        if hasEnded { return nil }
        batch.removeAll()
        hasEnded = try !records.read(into: &batch, maximum: max(1, maximum))
        if hasEnded, batch.count == 0 { return nil }
        var output = PriceBookBatch(rows: [], rejects: batch.rejects)
        output.rows.reserveCapacity(batch.records.count)
        batch.bytes.withUnsafeBufferPointer { bytes in
            batch.cells.withUnsafeBufferPointer { cells in
                for record in batch.records {
                    let first = Int(record.firstCell)
                    let view = RecordView(
                        bytes: bytes,
                        cells: UnsafeBufferPointer(rebasing: cells[first..<(first + Int(record.cellCount))]),
                        line: record.line,
                        raw: UnsafeBufferPointer(rebasing: bytes[Int(record.rawStart)..<Int(record.rawEnd)]))
                    switch mapper.map(view) {
                    case .row(let row): output.rows.append(row)
                    case .reject(let reject): output.rejects.append(reject)
                    }
                }
            }
        }
        if output.rejects.count > 1 { output.rejects.sort { $0.line < $1.line } }
        return output
    }

    /// How far the file has been read.
    package var progress: PriceBookProgress { window.progress }

    /// Sentences about the file as a whole; complete once `next` has given `nil`.
    package var fileNotes: [String] {
        var notes = notesAtStart
        let foreign = records.foreignRecords
        if foreign > 0 {
            let rows = foreign == 1 ? "1 record was" : "\(foreign) records were"
            notes.append("\(rows) not valid UTF-8 and read as Windows-1252.")
        }
        if mapper.duplicateCodes > 0 {
            let rows = mapper.duplicateCodes == 1 ? "1 row has" : "\(mapper.duplicateCodes) rows have"
            notes.append("\(rows) an EAN that an earlier row of the file has too.")
        }
        if records.lacksFinalLineEnd {
            notes.append("The file does not end with a line end; if it was cut off, its last row may be incomplete.")
        }
        return notes
    }
}
