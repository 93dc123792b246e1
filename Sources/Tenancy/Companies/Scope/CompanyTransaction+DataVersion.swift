import Postgres

extension CompanyTransaction {
    /// Says that what pages show has changed: whoever reads from now on reads anew. The last statement of a transaction,
    /// since writers of one company wait for each other here.
    package func dataChanged() async throws {
        try await execute(
            """
            INSERT INTO data_versions AS v (company_id, data_version) VALUES (\(company), 1)
            ON CONFLICT (company_id) DO UPDATE SET data_version = v.data_version + 1
            """)
    }
}
