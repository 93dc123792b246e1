import Catalog
package import Companies
package import Connections
import Connectors
package import Foundation
import Outbound

/// Reads the past with today's readers: the answers of runs that are over, from the database or from the lake, and shows what would be
/// otherwise before any of it is.
package struct RunReplay: Sendable {
    private let database: CompanyDatabase
    private let access: SourceAccess
    private let lake: BronzeLake

    package init(database: CompanyDatabase, access: SourceAccess, lake: BronzeLake) {
        self.database = database
        self.access = access
        self.lake = lake
    }

    /// - Parameters:
    ///   - source, connection: which runs; nil for all.
    ///   - from, to: when they began; `to` is left out.
    ///   - applies: whether what is otherwise is written.
    ///   - each: told of every run, in the order of time.
    package func replay(
        _ company: CompanyID, source: String? = nil, connection: ConnectionID? = nil, from: Date, to: Date,
        applies: Bool,
        each: @Sendable (ReplayReport, _ of: Int) -> Void
    ) async throws {
        let runs = try await database.transaction(in: company) { transaction in
            try await ReplayQueries.runs(of: source, connection: connection, from: from, to: to, in: transaction)
        }
        for run in runs {
            try Task.checkCancellation()
            each(try await replay(run, of: company, applies: applies), runs.count)
        }
    }

    private struct NotApplied: Error {
        let report: ReplayReport
    }

    private func replay(_ run: ReplayQueries.Past, of company: CompanyID, applies: Bool) async throws -> ReplayReport {
        guard let connector = try access.connector(run.sourceCode, settings: run.settings, since: run.since) else {
            var report = ReplayReport(run: run.run, startedAt: run.startedAt)
            report.problem = "there is no connector for \(run.sourceCode) with these settings"
            return report
        }
        do {
            return try await database.transaction(in: company) { transaction in
                var report = ReplayReport(run: run.run, startedAt: run.startedAt)
                // As an import does: no run of the source ends meanwhile.
                try await SourceUpkeepQueries(source: SourceID(rawValue: run.source), transaction: transaction).lock()
                try await stage(run, connector, transaction, &report)
                let queries = ReplayQueries(run: run.run, transaction: transaction)
                if let table = connector.content.kind.table {
                    try await queries.compare(
                        RecordQueries(table: table, run: run.run, transaction: transaction), source: run.source, &report
                    )
                } else {
                    let staging = StagingQueries(run: run.run, transaction: transaction)
                    try await staging.planForBulk()
                    _ = try await staging.rejectRepeats()
                    try await queries.dropSuperseded(source: run.source)
                    try await queries.compareProducts(source: run.source, &report)
                }
                // Everything is taken back, also the rows that could not be read.
                guard applies, report.problem == nil, report.added + report.changed > 0 else {
                    throw NotApplied(report: report)
                }
                _ = try await RunTakeover(
                    run: run.run, source: SourceID(rawValue: run.source), transaction: transaction
                ).takeOver(connector.content.kind, at: access.now())
                report.isApplied = true
                return report
            }
        } catch let taken as NotApplied {
            return taken.report
        }
    }

    /// Stages what today's reader makes of the answers, page by page.
    private func stage(
        _ run: ReplayQueries.Past, _ connector: Connector, _ transaction: CompanyTransaction,
        _ report: inout ReplayReport
    ) async throws {
        let tape = ReplayTape(answers(of: run, connector, transaction))
        let door = access.door(connector).recording(tape)
        let day = CalendarDay(utc: run.startedAt)
        var cursor = run.began
        var pages = 0
        do {
            while true {
                let page = try await SourceReading.page(connector, run.category, cursor, door, { tape.lastRecord }, day)
                switch page.rows {
                case .products(let batch):
                    try await StagingQueries(run: run.run, transaction: transaction).stage(batch, block: pages)
                case .records(let records):
                    try await RecordStagingQueries(run: run.run, transaction: transaction).stage(records)
                }
                pages += 1
                report.records += page.count
                report.rejects += page.rejectCount
                cursor = page.cursor
                if page.isLast { return }
            }
        } catch is ReplayTape.End {
            // A run that ended before its end.
            return
        } catch {
            guard let trouble = RunTrouble(error) else { throw error }
            report.problem = trouble.description
        }
    }

    /// The answers of a run: those the database still has, or the lake's.
    private func answers(
        of run: ReplayQueries.Past, _ connector: Connector, _ transaction: CompanyTransaction
    ) -> @Sendable (Int) async throws -> [ReplayTape.Answer] {
        let (signedOut, lake, company) = (connector.profile.policy.signedOut, lake, transaction.company)
        if run.inDatabase {
            let queries = RawRecordQueries(run: run.run, transaction: transaction)
            return { last in
                try await queries.read(after: last, limit: 4).map {
                    ReplayTape.Answer(
                        record: $0.record, method: $0.method, url: $0.url, visit: try $0.visit(signedOut: signedOut))
                }
            }
        }
        return { last in
            try await lake.records(of: run.run, in: company, after: last, limit: 16).map {
                ReplayTape.Answer(
                    record: $0.record, method: $0.method, url: $0.url, visit: try $0.visit(signedOut: signedOut))
            }
        }
    }
}
