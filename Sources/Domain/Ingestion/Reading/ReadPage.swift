import Catalog
import Connectors
import Foundation

/// A page of a source, read: rows to stage, what could not be used, and where to go on.
struct ReadPage: Sendable {
    enum Rows: Sendable {
        case products(RowBatch)
        case records(RecordRows)
    }

    let rows: Rows
    let rejects: [RowReject]
    let cursor: SourceCursor
    let isLast: Bool

    /// Records that can be used.
    var count: Int {
        switch rows {
        case .products(let batch): batch.count
        case .records(let records): records.count
        }
    }

    var rejectCount: Int {
        switch rows {
        case .products(let batch): batch.rejectCount
        case .records: rejects.count
        }
    }

    /// - Parameter record: the raw record the page was read from.
    init(_ page: SourcePage<SourceProduct>, record: Int, mapping: SourceProductMapping) {
        var batch = PriceBookBatch()
        for (place, product) in page.records.enumerated() {
            let line = RawRecordQueries.line(record: record, place: place)
            switch mapping.row(product, line: line) {
            case .success(let row): batch.rows.append(row)
            case .failure(let problem):
                batch.rejects.append(RowReject(line: line, column: nil, reason: problem.reason, raw: []))
            }
        }
        batch.rejects += Self.rejects(page.rejects, record: record, after: page.records.count)
        var ledger: ItemLedger?
        rows = .products(RowBatch(batch, ledger: &ledger, keepsRaw: false))
        rejects = batch.rejects
        cursor = page.cursor
        isLast = page.isLast
    }

    /// - Parameter rows: what is staged of the records, each with its line.
    init<Record>(
        _ page: SourcePage<Record>, record: Int, as rows: ([(line: Int, record: Record)]) -> RecordRows
    ) {
        self.rows = .records(
            rows(
                page.records.enumerated().map { place, one in
                    (RawRecordQueries.line(record: record, place: place), one)
                }))
        rejects = Self.rejects(page.rejects, record: record, after: page.records.count)
        cursor = page.cursor
        isLast = page.isLast
    }

    /// Rejects have places of their own behind the records, since both are numbered by their place on the page.
    private static func rejects(_ rejects: [RecordReject], record: Int, after count: Int) -> [RowReject] {
        rejects.enumerated().map { place, reject in
            RowReject(
                line: RawRecordQueries.line(record: record, place: count + place), column: nil,
                reason: "record \(reject.index + 1): \(reject.reason)", raw: [])
        }
    }
}
