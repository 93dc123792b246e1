import Catalog
import Companies
import Foundation

/// Imports a file by way of staged rows, where what becomes of a row depends on rows that follow: a list of several days
/// or moments, a book of observations, and any file that is to be held.
struct StagedImport {
    let file: ImportFile
    let source: SourceID
    let options: PriceBookOptions
    let confirmed: Bool
    let transaction: CompanyTransaction

    func run(progress: @Sendable (PriceBookProgress, Int) -> Void) async throws -> ImportReport {
        let reader = try BatchReader(
            path: file.path, mapping: file.mapping, options: options, rejectsRepeats: false)
        let staging = StagingQueries(run: file.moment.run, transaction: transaction)
        var rejected = 0
        var rows = 0
        var blocks = 0
        try await reader.forEach { batch in
            try await staging.stage(batch.rows, block: blocks)
            blocks += 1
            rejected += batch.rows.rejectCount
            rows += batch.rows.count + batch.rows.rejectCount
            progress(batch.progress, rows)
            return true
        }
        return try await finish(staging, rejected: rejected, notes: await reader.fileNotes)
    }

    private func finish(_ staging: StagingQueries, rejected: Int, notes: [String]) async throws -> ImportReport {
        let mapping = file.mapping
        try await staging.planForBulk()
        let repeats = try await staging.rejectRepeats()
        let unknown = mapping.observations ? try await staging.setAsideUnknownItems(of: source) : 0
        let counts = try await staging.counts()
        var report = ImportReport(file: file, state: .applied)
        report.rowsGood = counts.rows
        report.rowsRejected = rejected + repeats + unknown
        report.rowsRead = counts.rows + report.rowsRejected
        report.items = counts.items
        report.listedOn = counts.newestDay
        report.notes = notes
        if unknown > 0 {
            report.notes.append("\(unknown) rows are of items that no catalogue of this source has named.")
        }
        if !confirmed {
            let before = try await RunQueries(transaction: transaction).itemsBefore(
                counts.newestDay, book: mapping.name, source: source, observations: mapping.observations)
            report.holdReason = HoldRule.reason(
                read: report.rowsRead - unknown, rejected: rejected + repeats, items: counts.items, itemsBefore: before)
        }
        guard report.holdReason == nil else {
            report.state = .held
            return report
        }
        let written = try await ApplyQueries(run: file.moment.run, source: source, transaction: transaction)
            .apply(observationsOnly: mapping.observations)
        report.listingsNew = written.new
        report.listingsChanged = written.changed
        return report
    }
}
