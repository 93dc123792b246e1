package import Companies
import Postgres

/// Whose jobs a statement of the console is about. Row-level security decides what the asking role may see; this says what
/// it wants to see, and lets indexes that begin with the company be used.
package enum JobScope: Sendable, Hashable {
    case company(CompanyID)
    case everywhere

    /// The condition on a table's `company_id`.
    func holds(_ table: SQL) -> SQL {
        switch self {
        case .company(let company): "\(table).company_id = \(company)"
        case .everywhere: "true"
        }
    }

    /// As `holds`, with what the house says to everybody.
    func holdsOrHouse(_ table: SQL) -> SQL {
        switch self {
        case .company(let company): "\(table).company_id IN (\(company), \(CompanyID.house))"
        case .everywhere: "true"
        }
    }
}
