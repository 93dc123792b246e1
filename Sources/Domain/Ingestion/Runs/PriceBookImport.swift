import Catalog
package import Companies
package import Foundation
import Vault

/// Imports one price book file into one company: read, keep raw, check, apply; all in one transaction.
///
/// Nothing is half-written: a file that cannot be read, a killed server or a full disk leave the company as it was.
/// The same bytes read with the same mapping are applied once.
package struct PriceBookImport: Sendable {
    /// Above this share of rejected rows a file is held.
    package static let rejectLimit = 0.05
    /// A list with fewer than this share of the items of the list before it is held.
    package static let shrinkLimit = 0.8
    /// Rows written at a time; bounds memory. At most 4 096, as `ListingIDs` counts in twelve bits.
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
        let stopwatch = DatabaseStopwatch()
        do {
            let hash = try FileHash.sha256(path: path)
            var report = try await database.transaction(in: company, stopwatch: stopwatch) { transaction in
                let source = try await SourceQueries.findOrCreate(
                    slug: sourceSlug, title: sourceTitle, id: moment.source, at: moment.now, in: transaction)
                try await SourceUpkeepQueries(source: source, transaction: transaction).lock()
                let runs = RunQueries(transaction: transaction)
                if let known = try await runs.known(source: source, file: hash, mapping: mapping.fingerprint) {
                    guard known.state == .held, confirmed else { return ImportReport(known: known, file: file) }
                    return try await apply(held: known, mapping: mapping, file: file, in: transaction)
                }
                var report = try await write(
                    file, to: source, options: options, confirmed: confirmed, in: transaction, progress: progress)
                try await runs.record(report, source: source, hash: hash, mapping: mapping)
                report.rejects = try await runs.rejects(of: moment.run, limit: 20)
                return report
            }
            report.databaseTime = stopwatch.elapsed
            return report
        } catch let problem as PriceBookProblem {
            await recordFailure(problem.description, file: file)
            throw problem
        }
    }

    /// A catalogue is taken for a list of one day until it proves otherwise.
    private func write(
        _ file: ImportFile, to source: SourceID, options: PriceBookOptions, confirmed: Bool,
        in transaction: CompanyTransaction, progress: @Sendable (PriceBookProgress, Int) -> Void
    ) async throws -> ImportReport {
        if !file.mapping.observations {
            let direct = DirectImport(
                file: file, source: source, options: options, confirmed: confirmed, transaction: transaction)
            if let report = try await direct.run(progress: progress) {
                try await transaction.dataChanged()
                return report
            }
        }
        let report = try await StagedImport(
            file: file, source: source, options: options, confirmed: confirmed, transaction: transaction
        ).run(progress: progress)
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
