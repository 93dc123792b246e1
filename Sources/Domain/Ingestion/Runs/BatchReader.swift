/// Reads and encodes a price book on its own, one batch at a time.
actor BatchReader {
    struct Batch: Sendable {
        let rows: StagedBatch
        let progress: PriceBookProgress
    }

    private var reader: PriceBookReader

    init(path: String, mapping: Mapping, options: PriceBookOptions) throws(PriceBookProblem) {
        reader = try PriceBookReader(path: path, mapping: mapping, options: options)
    }

    func next() throws -> Batch? {
        guard let batch = try reader.next(maximum: PriceBookImport.batchSize) else { return nil }
        return Batch(rows: StagedBatch(batch), progress: reader.progress)
    }

    var fileNotes: [String] { reader.fileNotes }
}
