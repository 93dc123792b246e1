package import Connections
package import Foundation
package import Postgres

/// How reading a connection has gone lately.
package struct SourceHealthRow: Sendable, RowDecodable {
    package let connection: ConnectionID
    package let name: String
    package let health: ConnectionHealth
    /// What the source said when the login was last tried.
    package let healthNote: String?
    package let everyMinutes: Int
    package let createdAt: Date
    /// When it was last read so that something could be taken over; nil for never.
    package let lastRead: Date?
    /// Runs that failed since the last that went well.
    package let failures: Int
    /// What the newest of them said.
    package let lastProblem: String?
    /// Runs of the last seven days that are over, and those of them that went well.
    package let ended: Int
    package let good: Int
    /// Runs that wait for a decision, and why the newest does.
    package let held: Int
    package let holdReason: String?
    /// Records of the newest whole run; nil without one.
    package let newest: Int?
    /// The mean of whole runs before it, up to eight; nil with fewer than three.
    package let usual: Double?

    package init(row: inout RowReader) throws {
        connection = ConnectionID(rawValue: try row.next())
        name = try row.next()
        let word: String = try row.next()
        guard let health = ConnectionHealth(rawValue: word) else {
            throw RowProblem(column: "health", reason: "is unknown")
        }
        self.health = health
        healthNote = try row.nextOptional()
        everyMinutes = try row.next()
        createdAt = try row.next()
        lastRead = try row.nextOptional()
        failures = try row.next()
        lastProblem = try row.nextOptional()
        ended = try row.next()
        good = try row.next()
        held = try row.next()
        holdReason = try row.nextOptional()
        newest = try row.nextOptional()
        usual = try row.nextOptional()
    }
}
