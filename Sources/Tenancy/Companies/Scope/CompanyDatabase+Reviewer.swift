package import Postgres

extension CompanyDatabase {
    /// Runs queries as the review role, in one transaction and one round trip.
    ///
    /// For staff who decide about pairs. The role sees no table: it can call the functions of the review queue, which tell what says which
    /// thing a listing is, and neither what it costs nor whose it is.
    package func asReviewer<each Row: RowDecodable & Sendable>(
        _ queries: repeat Query<each Row>
    ) async throws -> sending (repeat [each Row]) {
        return try await review.fetch(repeat each queries)
    }
}
