package import Postgres

/// What was found when decisions of a rule were looked at again.
package struct ReviewAuditRow: Sendable, RowDecodable {
    package let rule: String
    package let matcher: String
    package let audited: Int
    package let wrong: Int
    package let open: Int

    package init(row: inout RowReader) throws {
        rule = try row.next()
        matcher = try row.next()
        audited = try row.next()
        wrong = try row.next()
        open = try row.next()
    }
}
