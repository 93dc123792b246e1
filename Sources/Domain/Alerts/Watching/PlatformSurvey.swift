import Companies
import Foundation
import Jobs
import Matching

/// Reads the figures of the platform: of the queue, of the disks, and of what processes say of themselves.
package struct PlatformSurvey: Sendable {
    /// Folders whose disks are watched, by what people call them.
    private let folders: [(name: String, path: String)]

    package init(folders: [(name: String, path: String)] = []) { self.folders = folders }

    func read(
        into survey: inout MetricSurvey, from database: CompanyDatabase, at moment: Date,
        report: (String, any Error) -> Void
    ) async throws {
        do {
            let depth = try await QueueDepth.read(database)
            survey.add(.queue, [MetricReading(.queue, name: "", value: Double(depth))])
        } catch { try pass(error, "the queue", report) }
        do { try await rules(&survey, database) } catch { try pass(error, "rules of matching", report) }
        if !folders.isEmpty { survey.add(.storage, folders.map(storage)) }
        do { try await processes(&survey, database, moment) } catch { try pass(error, "processes", report) }
    }

    private func pass(_ error: any Error, _ what: String, _ report: (String, any Error) -> Void) throws {
        if error is CancellationError { throw error }
        report(what, error)
    }

    private func rules(_ survey: inout MetricSurvey, _ database: CompanyDatabase) async throws {
        let narrowed = try await database.transaction(in: .house) {
            try await AutomationQueries(transaction: $0).newest().filter(\.isNarrowed)
        }
        survey.add(
            .narrowed,
            [
                MetricReading(
                    .narrowed, name: "", value: Double(narrowed.count),
                    detail: narrowed.isEmpty
                        ? nil : narrowed.map { "\($0.rule.rawValue): \($0.reason)" }.joined(separator: " "))
            ])
    }

    private func storage(_ folder: (name: String, path: String)) -> MetricReading {
        // What was not made yet will be on the disk of the folder it will be in.
        let manager = FileManager.default
        var place = folder.path
        while !manager.fileExists(atPath: place), place.count > 1 {
            place = (place as NSString).deletingLastPathComponent
        }
        guard
            let facts = try? manager.attributesOfFileSystem(forPath: place),
            let size = (facts[.systemSize] as? NSNumber)?.doubleValue, size > 0,
            let free = (facts[.systemFreeSize] as? NSNumber)?.doubleValue
        else { return MetricReading(.storage, subject: folder.name, name: folder.name, value: nil) }
        return MetricReading(
            .storage, subject: folder.name, name: folder.name, value: (1 - free / size) * 100,
            detail: "\(MetricUnit.number.text((free / 1e9).rounded())) GB are free.")
    }

    private func processes(
        _ survey: inout MetricSurvey, _ database: CompanyDatabase, _ moment: Date
    ) async throws {
        let (figures, known) = try await database.read(
            in: .house, ProcessFigureQueries.lately(at: moment), ProcessFigureQueries.known())
        let readings = ProcessReadings(figures, known: known, at: moment)
        survey.add(.faults, readings.faults)
        add(.pool, readings.pool, to: &survey)
        let wanted = try await database.transaction(in: .house) { transaction in
            try await MonitorQueries(transaction: transaction).all().compactMap { monitor -> String? in
                if case .process(let family) = monitor.metric { family } else { nil }
            }
        }
        for family in wanted { add(.process(family), readings.family(family), to: &survey) }
    }

    /// Of what no process says anything, nothing is known.
    private func add(_ metric: MonitoredMetric, _ readings: [MetricReading], to survey: inout MetricSurvey) {
        if !readings.isEmpty { survey.add(metric, readings) }
    }
}
