import Foundation
package import Postgres

extension LivingAlert: RowDecodable {
    package init(row: inout RowReader) throws {
        let id: UUID = try row.next()
        let monitor: UUID = try row.next()
        let subject: String = try row.next()
        let word: String = try row.next()
        guard let state = AlertState(rawValue: word) else { throw RowProblem(column: "state", reason: "is unknown") }
        self.init(
            id: AlertID(rawValue: id), monitor: MonitorID(rawValue: monitor), subject: subject, state: state,
            worst: try row.next(), beganAt: try row.next(), calmSince: try row.nextOptional(),
            returns: try row.next(), resolvedAt: try row.nextOptional())
    }
}
