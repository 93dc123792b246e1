import Catalog
import Postgres

/// What migrating leaves to the code: vocabulary tables.
enum SchemaSeed {
    /// Raised when the seed changes, so that templates are made anew.
    static let version = 1

    static func write(on connection: Connection) async throws {
        try await CategoryCode.synchronize(on: connection)
    }
}
