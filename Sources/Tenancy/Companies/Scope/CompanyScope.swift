import Postgres

/// The statements that put a transaction into a company. Transaction-local, so nothing outlives the transaction.
enum CompanyScope {
    static func setting(_ company: CompanyID) -> SQL {
        "SELECT set_config('tidemark.company_id', \(company.description), true)"
    }
}
