import Catalog
package import Companies
import Connections
package import Foundation
import Postgres

/// What a person decides about a run that is held.
package struct RunDecisionQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    private struct Held: RowDecodable {
        let source: UUID
        let connection: UUID
        let book: String
        let isComplete: Bool

        init(row: inout RowReader) throws {
            source = try row.next()
            connection = try row.next()
            book = try row.next()
            isComplete = try row.next()
        }
    }

    private func held(_ run: UUID) async throws -> Held {
        let rows = try await transaction.fetch(
            Query<Held>(
                """
                SELECT source_id, connection_id, book, is_complete FROM scrape_runs
                WHERE company_id = \(transaction.company) AND run_id = \(run) AND state = 'held'
                    AND connection_id IS NOT NULL FOR UPDATE
                """))
        guard let row = rows.first else { throw RunDecisionProblem.notHeld }
        return row
    }

    private func source(of run: UUID) async throws -> SourceID? {
        try await transaction.fetch(
            Query<Single<UUID>>(
                "SELECT source_id FROM scrape_runs WHERE company_id = \(transaction.company) AND run_id = \(run)")
        ).first.map { SourceID(rawValue: $0.value) }
    }

    /// Takes a held run over after all.
    /// - Throws: `RunDecisionProblem.notHeld`.
    package func publish(_ run: UUID, by actor: AuditActor, at moment: Date) async throws {
        // The source first, as whoever ends a run has it.
        if let source = try await source(of: run) {
            try await SourceUpkeepQueries(source: source, transaction: transaction).lock()
        }
        let held = try await held(run)
        let source = SourceID(rawValue: held.source)
        let written = try await RunTakeover(run: run, source: source, transaction: transaction)
            .takeOver(RunBook.kind(of: held.book), at: moment)
        try await transaction.execute(
            """
            UPDATE scrape_runs SET state = \(held.isComplete ? "applied" : "partial"), listings_new = \(written.new),
                listings_changed = \(written.changed), finished_at = \(moment),
                tick = \(SignalClockQueries.tick(of: transaction.company))
            WHERE company_id = \(transaction.company) AND run_id = \(run)
            """)
        try await RunLedgerQueries(run: run, transaction: transaction).supersede(
            ConnectionID(rawValue: held.connection))
        try await settle(held, .runPublished, run, actor, at: moment)
    }

    /// Does without a held run.
    /// - Throws: `RunDecisionProblem.notHeld`.
    package func discard(_ run: UUID, by actor: AuditActor, at moment: Date) async throws {
        let held = try await held(run)
        _ = try await transaction.execute(
            all: StagedRows.forget(of: "\(run)", in: transaction.company) + [
                """
                UPDATE scrape_runs SET state = 'discarded' WHERE company_id = \(transaction.company) AND run_id = \(run)
                """
            ])
        try await settle(held, .runDiscarded, run, actor, at: moment)
    }

    private func settle(
        _ held: Held, _ action: AuditAction, _ run: UUID, _ actor: AuditActor, at moment: Date
    ) async throws {
        try await ConnectionHealthQueries.note(
            .working, nil, of: ConnectionID(rawValue: held.connection), at: moment, in: transaction)
        try await transaction.dataChanged()
        try await transaction.record(
            AuditEvent(
                action, by: actor, on: AuditSubject("run", run),
                facts: ["book": held.book]))
    }
}

/// What can go wrong with a decision, for a person to read.
package enum RunDecisionProblem: Error, Sendable, Equatable, CustomStringConvertible {
    case notHeld

    package var description: String { "This run is not held; somebody has decided about it, or a later run has." }
}
