import Alerts
import Catalog
import Companies
import Connections
import Connectors
import Foundation
import Hummingbird
import Ingestion
import Jobs
import Pages
import Routes

extension SourcesHandler {
    /// GET: a connection with its runs and what is kept of it.
    func connection<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let company = Self.company(context)
        let row = try await find(context)
        let (stops, runs, samples) = try await database.transaction(in: company) { transaction in
            let samples = RecordSampleQueries(transaction: transaction)
            return (
                try await SourceSwitchQueries(transaction: transaction).stops(),
                try await transaction.fetch(
                    RunListQueries.newest(of: company, connection: row.id, limit: Self.mostRuns)),
                try await samples.newest(of: row, limit: Self.mostSamples)
            )
        }
        let measured = runs.first { $0.state != .running && $0.state != .failed }
        let fields =
            if let measured {
                try await database.transaction(in: company) {
                    try await $0.fetch(RunListQueries.coverage(of: measured.id, in: company))
                }
            } else { [CoverageRow]() }
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            SourcePage(
                frame: page, area: Context.area, note: Self.note(of: request),
                facts: SourcePage.Facts(
                    id: "\(row.id)", name: row.name, source: Self.title(of: row.source), health: ShownHealth(row),
                    note: row.healthNote.map(RunFacts.capitalised), checkedAt: row.checkedAt.map(MomentStamp.init),
                    everyMinutes: row.everyMinutes,
                    pausedAt: row.pausedAt.map(MomentStamp.init), stop: stops.first { $0.source == row.source }?.reason,
                    isRevoked: row.revokedAt != nil, needsLogin: row.needsLogin, listings: samples.total),
                runs: runs.map { RunListLine(RunFacts($0), area: Context.area, frame: page) },
                fields: fields.map { FieldCoverageLine($0, page) },
                samples: samples.listings.map { RecordSample($0, page) },
                records: samples.records.map { DatedSample($0, page) }))
    }

    /// POST: reads it now, pauses it, or has it read again.
    func act<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        let row = try await find(context)
        guard row.revokedAt == nil, let deed = form[SourceRoute.deedItem] else { throw NotFound() }
        let (actor, moment) = (Self.actor(context), frame.now())
        let person = context.member.session.identity
        let note: SourceNote = try await database.transaction(in: Self.company(context)) { transaction in
            let switches = SourceSwitchQueries(transaction: transaction)
            switch deed {
            case "read":
                let read = ReadSource(connection: row.id, person: person)
                let job = try await transaction.enqueue(read, EnqueueOptions(uniqueKey: read.uniqueKey))
                try await transaction.record(
                    AuditEvent(.runAsked, by: actor, on: AuditSubject("connection", row.id)))
                return job == nil ? .alreadyAsked : .asked
            case "pause":
                try await switches.set(paused: true, row.id, by: actor, at: moment)
                return .paused
            case "resume":
                try await switches.set(paused: false, row.id, by: actor, at: moment)
                return .resumed
            default: throw NotFound()
            }
        }
        return Response.redirect(to: SourceRoute.connection(Context.area, "\(row.id)", note).path)
    }

    /// The connection of the address; another company's and none are the same.
    private func find<Context: ConsoleContext>(_ context: Context) async throws -> ConnectionRow {
        guard
            let id = context.parameters.get(SourceRoute.connectionParameter).flatMap(UUID.init(uuidString:)),
            let row = try await database.transaction(
                in: Self.company(context),
                { try await ConnectionQueries.find(ConnectionID(rawValue: id), in: $0) })
        else { throw NotFound() }
        return row
    }

    // MARK: - Runs

    /// GET: a run.
    func run<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let company = Self.company(context)
        guard let id = context.parameters.get(SourceRoute.runParameter).flatMap(UUID.init(uuidString:)) else {
            throw NotFound()
        }
        let (rows, findings, coverage, errors) = try await database.read(
            in: company, RunListQueries.one(id, of: company), RunListQueries.findings(of: id, in: company),
            RunListQueries.coverage(of: id, in: company),
            RunListQueries.errors(of: id, in: company, limit: Self.mostErrors))
        guard let row = rows.first else { throw NotFound() }
        let page = frame.page(for: context.member, freshness: nil)
        return templates.live(
            RunPage(
                frame: page, area: Context.area, note: Self.note(of: request), run: RunFacts(row),
                findings: findings.map { FindingLine(sentence: $0.sentence, holds: $0.holds) },
                fields: coverage.map { FieldCoverageLine($0, page) },
                errors: errors.map {
                    RunErrorLine(record: $0.record, place: $0.place, reason: $0.reason, text: page.text)
                }))
    }

    /// POST: takes a held run over, or does without it.
    func decide<Context: ConsoleContext>(_ request: Request, _ context: Context) async throws -> Response {
        let form = try await FormBody(of: request, for: context.member.token)
        guard let id = context.parameters.get(SourceRoute.runParameter).flatMap(UUID.init(uuidString:)),
            let deed = form[SourceRoute.deedItem], ["publish", "discard"].contains(deed)
        else { throw NotFound() }
        let company = Self.company(context)
        let known = try await database.read(in: company, RunListQueries.one(id, of: company))
        guard !known.isEmpty else { throw NotFound() }
        let (actor, moment) = (Self.actor(context), frame.now())
        do {
            try await database.transaction(in: company) { transaction in
                let queries = RunDecisionQueries(transaction: transaction)
                if deed == "publish" {
                    try await queries.publish(id, by: actor, at: moment)
                    try await follows(transaction)
                } else {
                    try await queries.discard(id, by: actor, at: moment)
                }
                // Nothing waits for this decision any more.
                try await WatchFigures.request(in: transaction)
            }
        } catch RunDecisionProblem.notHeld {
            return Response.redirect(to: SourceRoute.run(Context.area, id.uuidString.lowercased(), .decided).path)
        }
        return Response.redirect(
            to: SourceRoute.run(
                Context.area, id.uuidString.lowercased(), deed == "publish" ? .published : .discarded
            ).path)
    }
}
