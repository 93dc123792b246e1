import Catalog
import Companies
import Foundation

/// Imports a list of one day batch by batch, each row written once. Whether the file is to be held is known only at the
/// end; then, or when a row of another day or a repeated moment turns up, everything is taken back to a savepoint.
struct DirectImport {
    let file: ImportFile
    let source: SourceID
    let options: PriceBookOptions
    let confirmed: Bool
    let transaction: CompanyTransaction

    private struct Totals {
        var day: CalendarDay?
        var good = 0
        var rejected = 0
        var new = 0
        var changed = 0
        var blocks = 0
        var isOneDay = true
    }

    /// - Returns: `nil` when the file has to be staged; then nothing of it is written.
    func run(progress: @Sendable (PriceBookProgress, Int) -> Void) async throws -> ImportReport? {
        let reader = try BatchReader(
            path: file.path, mapping: file.mapping, options: options, rejectsRepeats: true)
        try await DirectQueries.begin(in: transaction)
        try await SignalClockQueries(transaction: transaction).advance()
        let totals = try await write(reader, progress: progress)
        guard totals.isOneDay, let report = try await report(totals, notes: await reader.fileNotes) else {
            try await DirectQueries.takeBack(in: transaction)
            return nil
        }
        if let day = totals.day {
            try await SourceUpkeepQueries(source: source, transaction: transaction).add(
                listings: totals.new, listedOn: day)
        }
        return report
    }

    private func write(
        _ reader: BatchReader, progress: @Sendable (PriceBookProgress, Int) -> Void
    ) async throws -> Totals {
        var totals = Totals()
        let upkeep = SourceUpkeepQueries(source: source, transaction: transaction)
        let isFirstList = try await upkeep.hasNoListings()
        try await reader.forEach { batch in
            let rows = batch.rows
            let day = totals.day ?? rows.day
            totals.isOneDay = rows.isOneDay && (rows.day == nil || rows.day == day)
            guard totals.isOneDay else { return false }
            totals.day = day
            // A batch of rejects alone has no day and needs none.
            let queries = DirectQueries(
                run: file.moment.run, source: source, day: day ?? options.today, transaction: transaction)
            let written = try await queries.write(rows, block: totals.blocks, isFirstList: isFirstList)
            totals.blocks += 1
            totals.good += rows.count
            totals.rejected += rows.rejectCount
            totals.new += written.new
            totals.changed += written.changed
            progress(batch.progress, totals.good + totals.rejected)
            return true
        }
        return totals
    }

    /// The report of an applied list, or `nil` for one that is to be held.
    private func report(_ totals: Totals, notes: [String]) async throws -> ImportReport? {
        var report = ImportReport(file: file, state: .applied)
        report.rowsGood = totals.good
        report.rowsRejected = totals.rejected
        report.rowsRead = totals.good + totals.rejected
        report.items = totals.good
        report.listingsNew = totals.new
        report.listingsChanged = totals.changed
        report.listedOn = totals.good > 0 ? totals.day : nil
        report.notes = notes
        guard !confirmed else { return report }
        let before = try await RunQueries(transaction: transaction)
            .itemsBefore(report.listedOn, book: file.mapping.name, source: source, observations: false)
        let reason = HoldRule.reason(
            read: report.rowsRead, rejected: report.rowsRejected, items: report.items, itemsBefore: before)
        return reason == nil ? report : nil
    }
}
