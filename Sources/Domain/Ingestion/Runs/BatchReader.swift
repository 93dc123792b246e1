/// Reads and encodes a price book on its own, one batch at a time.
actor BatchReader {
    struct Batch: Sendable {
        let rows: StagedBatch
        let progress: PriceBookProgress
    }

    private var reader: PriceBookReader
    private let completion: NameCompletion?

    init(path: String, mapping: Mapping, options: PriceBookOptions) throws(PriceBookProblem) {
        reader = try PriceBookReader(path: path, mapping: mapping, options: options)
        completion = NameCompletion(mapping, today: options.today)
    }

    func next() throws -> Batch? {
        guard let batch = try reader.next(maximum: PriceBookImport.batchSize) else { return nil }
        return Batch(rows: StagedBatch(completed(batch)), progress: reader.progress)
    }

    private func completed(_ batch: PriceBookBatch) -> PriceBookBatch {
        guard let completion else { return batch }
        var result = PriceBookBatch()
        result.rejects = batch.rejects
        for row in batch.rows {
            if let complete = completion.complete(row) {
                result.rows.append(complete)
            } else {
                result.rejects.append(
                    RowReject(line: row.line, column: nil, reason: "is no product but a charge or note", raw: row.raw))
            }
        }
        return result
    }

    var fileNotes: [String] { reader.fileNotes }
}
