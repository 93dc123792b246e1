import Companies
import Foundation
package import Postgres

extension Monitor: RowDecodable {
    package init(row: inout RowReader) throws {
        let id: UUID = try row.next()
        let code: String = try row.next()
        guard let metric = MonitoredMetric(code: code) else {
            throw RowProblem(column: "metric", reason: "is unknown")
        }
        let threshold: Double = try row.next()
        let patience: Int = try row.next()
        let word: String = try row.next()
        guard let severity = AlertSeverity(rawValue: word) else {
            throw RowProblem(column: "severity", reason: "is unknown")
        }
        self.init(
            id: MonitorID(rawValue: id), metric: metric, threshold: threshold, patience: patience, severity: severity,
            isOn: try row.next(), isDefault: try row.next(), silencedUntil: try row.nextOptional())
    }

    /// The columns of a row, in order.
    static let columns: SQL =
        "monitor_id, metric, threshold, patience_seconds, severity, is_on, is_default, silenced_until"
}
