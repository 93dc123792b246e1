import Foundation
import Postgres

/// An alert that a channel has to be told of.
struct DueTelling: Sendable, RowDecodable {
    let alert: UUID
    let occasion: String
    let round: Int
    let severity: String

    init(row: inout RowReader) throws {
        alert = try row.next()
        occasion = try row.next()
        round = try row.next()
        severity = try row.next()
    }
}
