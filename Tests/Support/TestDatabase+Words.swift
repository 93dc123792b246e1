import Postgres

extension TestDatabase {
    /// The words a check of the schema lists: what an enumeration in code has to have too. None where there is no such check.
    package func words(of constraint: String) async throws -> Set<String> {
        let rows = try await owner().fetch(
            Query<Single<String>>(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = \(constraint)"))
        return Set(rows.flatMap { $0.value.matches(of: #/'([a-z_:]+)'/#).map { String($0.output.1) } })
    }
}
