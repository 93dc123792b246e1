import Companies
import Connections
import Foundation
import Ingestion
import Jobs
import Matching
import Postgres

/// Reads the figures of a company.
struct CompanySurvey {
    let company: CompanyID
    let database: CompanyDatabase
    let now: Date

    /// Fewer runs than this say nothing of a share.
    static let leastRuns = 5
    /// Nor do those of catalogues smaller than this.
    static let leastRecords = 20.0

    /// Reads one kind of figures after the other. One that cannot be read keeps no other from being read.
    /// - Parameter report: told what could not be read, and why.
    func read(into survey: inout MetricSurvey, report: (String, any Error) -> Void) async throws {
        do { try await sources(&survey) } catch { try pass(error, "sources", report) }
        do { try await cycle(&survey) } catch { try pass(error, "cycles", report) }
        do { try await deadJobs(&survey) } catch { try pass(error, "jobs", report) }
        do { try await contradictions(&survey) } catch { try pass(error, "products", report) }
        do { try await channels(&survey) } catch { try pass(error, "channels", report) }
    }

    private func pass(_ error: any Error, _ what: String, _ report: (String, any Error) -> Void) throws {
        if error is CancellationError { throw error }
        report(what, error)
    }

    private func sources(_ survey: inout MetricSurvey) async throws {
        let rows = try await database.read(in: company, SourceHealthQueries.all(of: company, at: now))
        func add(
            _ metric: MonitoredMetric, _ value: (SourceHealthRow) -> Double?,
            allowance: (SourceHealthRow) -> Double = { _ in 0 },
            _ detail: (SourceHealthRow) -> String?
        ) {
            survey.add(
                metric,
                rows.map { row in
                    MetricReading(
                        metric, subject: "\(row.connection)", name: row.name, value: value(row),
                        allowance: allowance(row), detail: detail(row))
                })
        }
        add(.failures, { Double($0.failures) }, { $0.failures > 0 ? Self.sentence($0.lastProblem) : nil })
        add(
            .age, { now.timeIntervalSince($0.lastRead ?? $0.createdAt) / 3_600 },
            // The limit is for what is read every hour; what is read once a week is six days old without anybody's fault.
            allowance: { Double($0.everyMinutes) / 60 - 1 },
            { $0.lastRead == nil ? "It has never been read." : Self.sentence($0.lastProblem) })
        add(
            .success, { $0.ended >= Self.leastRuns ? Double($0.good) / Double($0.ended) * 100 : nil },
            { "\($0.good) of \($0.ended)" })
        add(
            .volume,
            { row in
                guard let newest = row.newest, let usual = row.usual, usual >= Self.leastRecords else { return nil }
                return Double(newest) / usual * 100
            },
            { row in
                row.newest.flatMap { newest in
                    row.usual.map { "\(newest) records, usually \(MetricUnit.number.text($0))" }
                }
            })
        add(.held, { Double($0.held) }, { $0.held > 0 ? Self.sentence($0.holdReason) : nil })
        add(.login, { $0.health == .refused ? 1 : 0 }, { $0.health == .refused ? Self.sentence($0.healthNote) : nil })
    }

    private func cycle(_ survey: inout MetricSurvey) async throws {
        let begun = try await database.read(in: company, SourceHealthQueries.unfinishedCycle(of: company, at: now))
        let minutes = begun.first?.value.map { now.timeIntervalSince($0) / 60 } ?? 0
        survey.add(.cycle, [MetricReading(.cycle, name: "", value: minutes)])
    }

    private func deadJobs(_ survey: inout MetricSurvey) async throws {
        // That a channel cannot be told says its own monitor.
        let kinds = try await database.read(in: company, DeadJobs.byKind(of: company, since: now - 86_400))
            .filter { $0.first != DeliverAlerts.kind }
        let count = kinds.reduce(0) { $0 + $1.second }
        let detail = kinds.map { "\($0.first): \($0.second)" }.joined(separator: ", ")
        survey.add(
            .deadJobs,
            [MetricReading(.deadJobs, name: "", value: Double(count), detail: detail.isEmpty ? nil : detail)])
    }

    /// Each product of which a decision says that one of its listings is not it.
    private func contradictions(_ survey: inout MetricSurvey) async throws {
        let products = try await database.transaction(in: company) {
            try await IdentityHistoryQueries(transaction: $0).contradicted()
        }
        survey.add(
            .contradictions,
            products.map {
                MetricReading(
                    .contradictions, subject: "\($0.product)".lowercased(), name: $0.name, value: Double($0.listings),
                    detail: "Look at what was decided about it.")
            })
    }

    private func channels(_ survey: inout MetricSurvey) async throws {
        let (channels, unmailed) = try await database.read(
            in: company, ChannelRow.all(of: company), ChannelRow.unmailed(of: company))
        let letters = Dictionary(unmailed.map { ($0.first, $0.second) }, uniquingKeysWith: { first, _ in first })
        survey.add(
            .channel,
            channels.map { channel in
                let problem = channel.brokenWhy ?? letters[channel.id.rawValue]
                return MetricReading(
                    .channel, subject: "\(channel.id)", name: channel.name, value: problem == nil ? 0 : 1,
                    detail: Self.sentence(problem))
            })
    }

    /// What went wrong, as it is kept without a full stop, as a sentence.
    private static func sentence(_ text: String?) -> String? {
        text.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
    }
}
