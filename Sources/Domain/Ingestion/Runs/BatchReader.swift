/// Reads and encodes a price book on its own, one batch at a time.
actor BatchReader {
    struct Batch: Sendable {
        let rows: RowBatch
        let progress: PriceBookProgress
    }

    private var reader: PriceBookReader
    private let completion: NameCompletion?
    private var ledger: ItemLedger?

    /// - Parameter rejectsRepeats: whether an item's second row is rejected here; only right for a list of one day.
    init(
        path: String, mapping: Mapping, options: PriceBookOptions, rejectsRepeats: Bool
    ) throws(PriceBookProblem) {
        reader = try PriceBookReader(path: path, mapping: mapping, options: options)
        completion = NameCompletion(mapping, today: options.today)
        ledger = rejectsRepeats ? ItemLedger() : nil
    }

    /// Hands over every batch in the order of the file, until `body` answers false. Reads one batch ahead, so that
    /// parsing and writing share two cores.
    nonisolated func forEach(_ body: (Batch) async throws -> Bool) async throws {
        var ahead = Task { try await next() }
        do {
            while let batch = try await ahead.value {
                ahead = Task { try await next() }
                try Task.checkCancellation()
                guard try await body(batch) else {
                    ahead.cancel()
                    return
                }
            }
        } catch {
            ahead.cancel()
            throw error
        }
    }

    private func next() throws -> Batch? {
        guard let batch = try reader.next(maximum: PriceBookImport.batchSize) else { return nil }
        return Batch(rows: RowBatch(completed(batch), ledger: &ledger), progress: reader.progress)
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
