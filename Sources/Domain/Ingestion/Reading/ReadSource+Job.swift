package import Companies
package import Connections
package import Foundation
package import Jobs
import Postgres

/// Reads a connection, page by page, to its end.
package struct ReadSource: JobArguments {
    package static let kind = "source.read"
    package static let settings = JobSettings(
        priority: .scraping, mostAttempts: 5, timeLimit: .seconds(3 * 3_600),
        backoff: Backoff(base: .seconds(20), cap: .seconds(900)))

    package let connection: UUID
    /// Who asked for it; nobody for what comes by itself.
    package let person: UUID?

    /// Somebody wants it now, although they may be no person: a program with a token.
    package let isAsked: Bool?

    package init(connection: ConnectionID, person: IdentityID? = nil, isAsked: Bool = false) {
        self.connection = connection.rawValue
        self.person = person?.rawValue
        self.isAsked = isAsked || person != nil ? true : nil
    }

    /// One at a time for each connection.
    package var uniqueKey: String { connection.uuidString.lowercased() }
}
