package import Companies
package import Foundation
import Postgres

/// Which profile a company's scores are made by.
package struct ProfileQueries {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) {
        self.transaction = transaction
    }

    /// The version in force; nil for a company that never changed anything.
    package func current() async throws -> CompanyProfile? {
        try await transaction.fetch(
            Query<CompanyProfile>(
                """
                SELECT version, base, weights, made_by, made_at FROM score_profiles
                WHERE company_id = \(transaction.company) ORDER BY version DESC LIMIT 1
                """)
        ).first
    }

    /// The profile in force.
    package func profile() async throws -> ScoreProfile { try await current()?.profile ?? .abvV1 }

    /// Puts weights in force, on record. The scores follow with the next scoring, which is for the caller to ask for.
    /// - Parameter weights: nil for those of the base profile.
    /// - Returns: whether that changes anything.
    package func change(to weights: ScoreWeights?, by person: IdentityID, at moment: Date) async throws -> Bool {
        // Two changes at once take turns, and the later one is the newer version.
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('score profile ' || \(transaction.company.description), 0))")
        let before = try await current()
        let wanted = weights == ScoreProfile.abvV1.weights ? nil : weights
        guard before?.weights != wanted else { return false }
        let list: SQL = wanted.map { "\($0.list)" } ?? "NULL"
        try await transaction.execute(
            """
            INSERT INTO score_profiles (company_id, version, base, weights, made_by, made_at)
            VALUES (\(transaction.company), \((before?.version ?? 0) + 1), \(ScoreProfile.abvV1.name),
                \(list), \(person), \(moment))
            """)
        try await transaction.record(
            AuditEvent(
                .weightsChanged, by: .person(person), on: AuditSubject("profile", ScoreProfile.abvV1.name),
                facts: Dictionary(
                    uniqueKeysWithValues: ScoreComponent.allCases.map {
                        ($0.rawValue, Wording.percent((wanted ?? ScoreProfile.abvV1.weights)[$0]))
                    })))
        return true
    }
}
