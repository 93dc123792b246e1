package import Postgres

extension SQL {
    /// What a column of product owners may be compared with: the scope's company or the house. Row-level security asks
    /// the same; saying it lets an index that begins with the owner be used.
    package static var ownOrHouse: SQL {
        "ANY (ARRAY[(SELECT current_setting('tidemark.company_id')::uuid), \(CompanyID.house)])"
    }
}
