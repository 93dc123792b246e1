import Catalog
import Companies
import Connections
import Connectors
import Foundation
import HTTPTypes
import Outbound

/// Measures a run that was read: its rows, its answers, and how it stands beside the listings there are.
struct RunMeasuring {
    let run: UUID
    let source: SourceID
    let connector: Connector
    let connection: ConnectionID
    let transaction: CompanyTransaction

    /// Rejects rows that repeat an item, and counts.
    func measure(report: inout RunReport) async throws -> RunWatch {
        let queries = RunProfileQueries(run: run, transaction: transaction)
        let past = try await queries.past(of: connection.rawValue, book: RunBook.name(of: connector))
        var fields: [String: FieldProfile]
        let repeats: Int
        let kind = connector.content.kind
        if let table = kind.table {
            let records = RecordQueries(table: table, run: run, transaction: transaction)
            let counts = try await records.counts()
            (report.items, repeats) = (counts.items, counts.rows - counts.items)
            fields = try await queries.fields(of: records.values)
            fields[RunFigure.ahead.rawValue] = try await records.ahead()
        } else {
            let staging = StagingQueries(run: run, transaction: transaction)
            try await staging.planForBulk()
            repeats = try await staging.rejectRepeats()
            report.items = try await staging.counts().items
            fields = try await queries.products(of: source.rawValue, shop: connector.scope, before: past.newest)
        }
        let all = report.records + report.rejects
        fields[RunFigure.rejects.rawValue] = FieldProfile(records: all, filled: report.rejects)
        fields[RunFigure.repeats.rawValue] = FieldProfile(records: report.records, filled: repeats)
        report.rejects += kind == .products ? repeats : 0
        fields.merge(try await shape().fields) { own, _ in own }
        let now = RunProfile(items: report.items, isComplete: report.isComplete, fields: fields)
        return RunWatch(now: now, past: past.profiles, kind: kind)
    }

    /// The shape of what the source answered, a few answers at a time.
    private func shape() async throws -> AnswerShape {
        var shape = AnswerShape()
        var last = 0
        let queries = RawRecordQueries(run: run, transaction: transaction)
        while true {
            let records = try await queries.read(after: last, limit: 4)
            guard let end = records.last else { return shape }
            last = end.record
            for record in records where (200...299).contains(record.status) {
                guard let body = try? record.body(), let address = try? WebAddress(record.url) else { continue }
                shape.add(body, fields: record.fields, place: String(address.pathAndQuery.prefix { $0 != "?" }))
            }
        }
    }
}
