import Catalog
package import Companies
package import Foundation
import Vault

/// Imports one price book file into one company: read, keep raw, stage, check, apply; all in one transaction.
///
/// Nothing is half-written: a file that cannot be read, a killed server or a full disk leave the company as it was.
/// The same bytes read with the same mapping are applied once.
package struct PriceBookImport: Sendable {
    /// Above this share of rejected rows a file is held.
    package static let rejectLimit = 0.05
    /// A list with fewer than this share of the items of the list before it is held.
    package static let shrinkLimit = 0.8
    /// Rows staged at a time; bounds memory.
    static let batchSize = 4_000

    private let database: CompanyDatabase
    private let company: CompanyID
    private let sourceSlug: String
    private let sourceTitle: String

    package init(database: CompanyDatabase, company: CompanyID, sourceSlug: String, sourceTitle: String) {
        self.database = database
        self.company = company
        self.sourceSlug = sourceSlug
        self.sourceTitle = sourceTitle
    }

    /// What a run needs to be repeatable.
    package struct Moment: Sendable {
        package let run: UUID
        package let source: UUID
        package let now: Date

        package init(run: UUID, source: UUID, now: Date) {
            self.run = run
            self.source = source
            self.now = now
        }
    }

    /// - Parameters:
    ///   - confirmed: apply even what looks wrong.
    ///   - moment: ids and clock.
    ///   - progress: told after every batch.
    /// - Throws: `PriceBookProblem` for a file that cannot be this book, `DatabaseError`.
    package func run(
        path: String, mapping: Mapping, options: PriceBookOptions, confirmed: Bool, moment: Moment,
        progress: @escaping @Sendable (PriceBookProgress, _ rows: Int) -> Void = { _, _ in }
    ) async throws -> ImportReport {
        let file = ImportFile(path: path, mapping: mapping, moment: moment)
        do {
            let hash = try FileHash.sha256(path: path)
            return try await database.transaction(in: company) { transaction in
                let source = try await SourceQueries.findOrCreate(
                    slug: sourceSlug, title: sourceTitle, id: moment.source, at: moment.now, in: transaction)
                let runs = RunQueries(transaction: transaction)
                if let known = try await runs.known(source: source, file: hash, mapping: mapping.fingerprint) {
                    guard known.state == .held, confirmed else { return ImportReport(known: known, file: file) }
                    return try await apply(held: known, mapping: mapping, file: file, in: transaction)
                }
                let reader = try BatchReader(path: path, mapping: mapping, options: options)
                let staging = StagingQueries(run: moment.run, transaction: transaction)
                let rejected = try await stage(reader, into: staging, progress: progress)
                return try await finish(
                    rejected: rejected, notes: await reader.fileNotes, hash: hash, mapping: mapping, source: source,
                    staging: staging, confirmed: confirmed, file: file)
            }
        } catch let problem as PriceBookProblem {
            await recordFailure(problem.description, file: file)
            throw problem
        }
    }

    /// Reads one batch ahead, so that parsing and writing share the two cores.
    private func stage(
        _ reader: BatchReader, into staging: StagingQueries,
        progress: @Sendable (PriceBookProgress, Int) -> Void
    ) async throws -> Int {
        var rejected = 0
        var rows = 0
        var ahead = Task { try await reader.next() }
        do {
            while let batch = try await ahead.value {
                ahead = Task { try await reader.next() }
                try Task.checkCancellation()
                try await staging.stage(batch.rows)
                rejected += batch.rows.rejectCount
                rows += batch.rows.count + batch.rows.rejectCount
                progress(batch.progress, rows)
            }
        } catch {
            ahead.cancel()
            throw error
        }
        return rejected
    }

    private func finish(
        rejected: Int, notes: [String], hash: [UInt8], mapping: Mapping, source: SourceID, staging: StagingQueries,
        confirmed: Bool, file: ImportFile
    ) async throws -> ImportReport {
        let transaction = staging.transaction
        let runs = RunQueries(transaction: transaction)
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
            let before = try await runs.itemsBefore(
                counts.newestDay, book: mapping.name, source: source, observations: mapping.observations)
            report.holdReason = HoldRule.reason(
                read: report.rowsRead - unknown, rejected: rejected + repeats, items: counts.items, itemsBefore: before)
        }
        if report.holdReason == nil {
            let written = try await ApplyQueries(run: file.moment.run, source: source, transaction: transaction)
                .apply(observationsOnly: mapping.observations)
            report.listingsNew = written.new
            report.listingsChanged = written.changed
        } else {
            report.state = .held
        }
        try await runs.record(report, source: source, hash: hash, mapping: mapping)
        report.rejects = try await runs.rejects(of: file.moment.run, limit: 20)
        try await transaction.dataChanged()
        return report
    }

    private func apply(
        held: KnownRun, mapping: Mapping, file: ImportFile, in transaction: CompanyTransaction
    ) async throws -> ImportReport {
        try await StagingQueries(run: held.run, transaction: transaction).planForBulk()
        let written = try await ApplyQueries(run: held.run, source: held.source, transaction: transaction)
            .apply(observationsOnly: mapping.observations)
        try await RunQueries(transaction: transaction).confirm(held.run, written: written, at: file.moment.now)
        var report = ImportReport(known: held, file: file)
        report.state = .applied
        report.wasKnown = false
        report.listingsNew = written.new
        report.listingsChanged = written.changed
        try await transaction.dataChanged()
        return report
    }

    /// A refused file leaves a run behind that says why. Failing to write that must not hide the reason itself.
    private func recordFailure(_ sentence: String, file: ImportFile) async {
        try? await database.transaction(in: company) { transaction in
            let source = try await SourceQueries.findOrCreate(
                slug: sourceSlug, title: sourceTitle, id: file.moment.source, at: file.moment.now, in: transaction)
            try await RunQueries(transaction: transaction).recordFailure(sentence, source: source, file: file)
        }
    }
}
