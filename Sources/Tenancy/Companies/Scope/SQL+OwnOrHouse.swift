package import Postgres

extension SQL {
    /// What a column of product owners may be compared with: the scope's company or the house. Row-level security asks
    /// the same; saying it lets an index that begins with the owner be used.
    package static var ownOrHouse: SQL {
        "ANY (ARRAY[(SELECT left(current_setting('tidemark.scope'), 36)::uuid), \(CompanyID.house)])"
    }
}
