package import Catalog
package import Companies
import Foundation
import Postgres

/// What requests cost, of all companies together: rows of the house, since the account is the operator's. The cost of a request stands
/// at the most it can be until it is known.
package struct JudgeLedgerQueries: Sendable {
    private let database: CompanyDatabase

    /// Seconds after which a request that nobody settled counts as one whose process died. No request takes so long.
    static let lostAfter = 300.0

    package init(database: CompanyDatabase) { self.database = database }

    /// A request that is about to be sent.
    struct Reservation: Sendable {
        let id: UUID
        let night: CalendarDay
        let company: CompanyID
        let model: String
        let pairs: Int
        /// The most it can cost.
        let most: MicroDollars
        let moment: Date
    }

    /// Puts a request on the bill of a night before it is sent.
    /// - Returns: nil, or why it must not be sent: `.overBudget`, `.otherRun`.
    func reserve(_ reservation: Reservation, within budget: MicroDollars) async throws -> JudgeProblem? {
        try await database.transaction(in: .house) { transaction in
            // One after the other, so that two cannot take the same rest.
            try await transaction.execute("SELECT pg_advisory_xact_lock(hashtextextended('judge requests', 0))")
            let (spent, underWay) = try await transaction.fetch(
                Self.sum(of: reservation.night),
                Query<Single<Bool>>(
                    """
                    SELECT EXISTS (SELECT FROM judge_requests WHERE company_id = \(CompanyID.house)
                        AND asked_for = \(reservation.company) AND state = 'sent'
                        AND sent_at > \(reservation.moment - Self.lostAfter))
                    """))
            if underWay.first?.value == true { return .otherRun }
            guard (spent.first?.value ?? 0) + reservation.most.rawValue <= budget.rawValue else { return .overBudget }
            try await transaction.execute(
                """
                INSERT INTO judge_requests (company_id, request_id, night, asked_for, model, prompt_version, pairs, cost_micros,
                    sent_at)
                VALUES (\(CompanyID.house), \(reservation.id), \(reservation.night), \(reservation.company),
                    \(reservation.model), \(JudgePrompt.version), \(reservation.pairs), \(reservation.most.rawValue),
                    \(reservation.moment))
                """)
            return nil
        }
    }

    /// Says what became of a request.
    /// - Parameters:
    ///   - usage: nil where nobody said; then it costs what it could have at most.
    ///   - cost: of that usage.
    func settle(
        _ id: UUID, usage: TokenUsage?, cost: MicroDollars?, problem: JudgeProblem?, at moment: Date
    ) async throws {
        let (state, sentence): (String, String?) = (problem == nil ? "answered" : "failed", problem?.description)
        _ = try await database.transaction(in: .house) { transaction in
            try await transaction.execute(
                """
                UPDATE judge_requests SET state = \(state), problem = left(\(sentence), 200), input_tokens = \(usage?.input),
                    output_tokens = \(usage?.output), cost_micros = coalesce(\(cost?.rawValue), cost_micros),
                    settled_at = \(moment)
                WHERE company_id = \(CompanyID.house) AND request_id = \(id) AND state = 'sent'
                """)
        }
    }

    /// What the requests of a night cost, those under way at the most they can.
    package func spent(on night: CalendarDay) async throws -> MicroDollars {
        let rows = try await database.read(in: .house, Self.sum(of: night))
        return MicroDollars(rawValue: rows.first?.value ?? 0)
    }

    private static func sum(of night: CalendarDay) -> Query<Single<Int>> {
        Query(
            """
            SELECT coalesce(sum(cost_micros), 0)::bigint FROM judge_requests
            WHERE company_id = \(CompanyID.house) AND night = \(night)
            """)
    }
}
