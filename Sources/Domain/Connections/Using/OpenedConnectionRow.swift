import Foundation
import Postgres

/// What of a connection's row goes with its secrets.
struct OpenedConnectionRow: Sendable, RowDecodable {
    let source: String
    let settings: [String: String]
    let credentials: UUID

    init(row: inout RowReader) throws {
        source = try row.next()
        let settings: String = try row.next()
        self.settings = (try? JSONDecoder().decode([String: String].self, from: Data(settings.utf8))) ?? [:]
        credentials = try row.next()
    }
}
