import Catalog
import Companies
import Foundation

/// Makes what a run has staged everybody's: listings and their history, or dated records.
struct RunTakeover {
    let run: UUID
    let source: SourceID
    let transaction: CompanyTransaction

    /// - Returns: things made and things changed.
    func takeOver(_ kind: RecordKind, at moment: Date) async throws -> (new: Int, changed: Int) {
        let written: (new: Int, changed: Int)
        if let table = kind.table {
            // Applying goods does it by itself.
            try await SignalClockQueries(transaction: transaction).advance()
            written = try await RecordQueries(table: table, run: run, transaction: transaction)
                .publish(of: source, at: moment)
        } else {
            try await StagingQueries(run: run, transaction: transaction).planForBulk()
            written = try await ApplyQueries(run: run, source: source, transaction: transaction)
                .apply(observationsOnly: false)
        }
        if written.new + written.changed > 0 { try await transaction.dataChanged() }
        return written
    }
}
