package import Companies
package import Postgres

/// The clock of a company's signals, which goes on by one tick whenever a run is taken over. Every price and stock count
/// knows the tick it was written at, so that "what was known at tick n" has the same answer for ever.
package struct SignalClockQueries {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) {
        self.transaction = transaction
    }

    /// Goes on by one tick, before the first signal is written. Whoever writes signals of the company waits here for those
    /// who write already, so that ticks are seen in their order; after the source's lock, which all of them take first.
    package func advance() async throws {
        try await transaction.execute(
            """
            INSERT INTO signal_clocks AS c (company_id, tick) VALUES (\(transaction.company), 1)
            ON CONFLICT (company_id) DO UPDATE SET tick = c.tick + 1
            """)
    }

    /// The tick of a company's clock, as a value inside a statement. Read once per statement.
    package static func tick(of company: CompanyID) -> SQL {
        "(SELECT tick FROM signal_clocks WHERE company_id = \(company))"
    }

    /// What the company can see now.
    package func now() async throws -> SignalTicks {
        let rows = try await transaction.fetch(
            Query<SignalTicks>(
                """
                SELECT coalesce(\(Self.tick(of: transaction.company)), 0), coalesce(\(Self.tick(of: .house)), 0)
                """))
        guard let ticks = rows.first else { throw RowProblem(column: "tick", reason: "is missing") }
        return ticks
    }
}
