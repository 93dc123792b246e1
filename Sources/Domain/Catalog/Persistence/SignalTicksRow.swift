import Companies
package import Postgres

/// How far the signals a company sees were known: its own and the house's, each by its own clock.
package struct SignalTicks: Hashable, Sendable, RowDecodable {
    package let own: Int
    package let house: Int

    package init(own: Int, house: Int) {
        self.own = own
        self.house = house
    }

    package init(row: inout RowReader) throws {
        own = try row.next()
        house = try row.next()
    }

    /// A condition on a table with `company_id` and `tick`: the value was known by then.
    package func includes(_ tick: SQL = "tick", of company: SQL = "company_id") -> SQL {
        "\(tick) <= CASE WHEN \(company) = \(CompanyID.house) THEN \(house) ELSE \(own) END"
    }
}
