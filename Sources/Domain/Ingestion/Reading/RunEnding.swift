import Catalog
import Companies
import Connections
import Connectors
import Foundation
import Outbound

/// Ends a run of a connection: has it looked at, and takes it over or holds it. One transaction: either all of it is there for everybody,
/// or yesterday's is.
struct RunEnding {
    let run: UUID
    let source: SourceID
    let connector: Connector
    let connection: ConnectionID
    let transaction: CompanyTransaction

    private var ledger: RunLedgerQueries { RunLedgerQueries(run: run, transaction: transaction) }

    /// - Parameters:
    ///   - isComplete: everything the source has was read.
    ///   - trouble: why it ends before its end.
    /// - Throws: `RunTaken` when it is over already.
    func end(isComplete: Bool, trouble: RunTrouble?, at moment: Date) async throws -> RunReport {
        guard let counts = try await ledger.lock() else { throw RunTaken() }
        try await SourceUpkeepQueries(source: source, transaction: transaction).lock()
        var report = RunReport(run: run, state: .applied, cause: trouble?.cause, sentence: trouble?.description)
        (report.pages, report.records, report.rejects) = (counts.pages, counts.records, counts.rejects)
        report.isComplete = isComplete
        if let trouble { try await ledger.note(trouble, page: counts.pages + 1) }
        if counts.pages == 0, trouble != nil {
            report.state = .failed
        } else {
            try await look(at: &report)
            if report.state == .held {
                // Nothing of it was taken over, which changes what pages say of the source.
                try await transaction.dataChanged()
                if isComplete { try await ledger.supersede(connection) }
            } else {
                report.state = trouble == nil ? .applied : .partial
                try await takeOver(&report, at: moment)
            }
        }
        try await ledger.close(report, day: CalendarDay(utc: counts.startedAt), at: moment)
        try await noteHealth(report, trouble, at: moment)
        return report
    }

    /// Measures the run and holds it against those before it.
    private func look(at report: inout RunReport) async throws {
        let measured = try await RunMeasuring(
            run: run, source: source, connector: connector, connection: connection, transaction: transaction
        ).measure(report: &report)
        let outcome = measured.judge()
        let queries = RunProfileQueries(run: run, transaction: transaction)
        try await queries.keep(measured.now)
        try await queries.keep(outcome.findings)
        report.verdict = outcome.verdict
        guard outcome.holds else { return }
        report.state = .held
        report.cause = .looksWrong
        report.sentence = outcome.sentence
    }

    private func takeOver(_ report: inout RunReport, at moment: Date) async throws {
        let written = try await RunTakeover(run: run, source: source, transaction: transaction)
            .takeOver(connector.content.kind, at: moment)
        (report.new, report.changed) = written
        // A part of a source says nothing against a whole list that somebody has still to decide about.
        if report.isComplete { try await ledger.supersede(connection) }
    }

    private func noteHealth(_ report: RunReport, _ trouble: RunTrouble?, at moment: Date) async throws {
        let health: ConnectionHealth
        switch (report.state, trouble?.cause) {
        case (.held, _): health = .changed
        case (_, .wrongLogin?), (_, .refused?), (_, .notAllowed?), (_, .noLogin?), (_, .signedOut?): health = .refused
        case (_, .wrongShape?), (_, .missing?), (_, .notUnderstood?), (_, .notServed?), (_, .strangePlace?):
            health = .changed
        case (_, .stopped?), (_, .abandoned?), (_, .ours?): return
        case (_, nil), (_, .limited?), (_, .looksWrong?): health = .working
        default: health = .unreachable
        }
        try await ConnectionHealthQueries.note(
            health, health == .working ? nil : report.sentence, of: connection, at: moment, in: transaction)
    }
}
