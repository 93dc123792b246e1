package import Postgres

extension CategoryCode {
    /// Writes the closed list into the `categories` table. Run by the owner after migrating; adds and relabels, never
    /// removes.
    package static func synchronize(on connection: Connection) async throws {
        let codes = all.map(\.rawValue)
        let labels = all.map(\.label)
        let parents = all.map { $0.parent?.rawValue ?? "" }
        try await connection.execute(
            """
            INSERT INTO categories (category, label, parent)
            SELECT c, l, nullif(p, '') FROM unnest(\(codes), \(labels), \(parents)) AS t (c, l, p)
            ON CONFLICT (category) DO UPDATE SET label = excluded.label
            WHERE categories.label IS DISTINCT FROM excluded.label
            """)
    }
}
