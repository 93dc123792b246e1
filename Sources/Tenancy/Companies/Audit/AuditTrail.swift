package import Postgres

/// A company's record, to be read.
package enum AuditTrail {
    /// Events, newest first.
    /// - Parameters:
    ///   - before: only events with a lower number; nil from the newest on.
    ///   - limit: 1…10,000.
    package static func newest(
        of company: CompanyID, _ filter: AuditFilter, before: Int? = nil, limit: Int
    ) -> Query<AuditEntry> {
        Query(
            """
            SELECT \(AuditEntry.columns) FROM audit_events
            WHERE company_id = \(company) AND (\(before)::bigint IS NULL OR sequence < \(before))
                AND (\(filter.area)::text IS NULL OR area = \(filter.area))
                AND (\(filter.person)::uuid IS NULL OR actor_kind IN ('person', 'staff') AND actor = \(filter.person))
                AND (\(filter.from)::timestamptz IS NULL OR happened_at >= \(filter.from))
                AND (\(filter.until)::timestamptz IS NULL OR happened_at < \(filter.until))
            ORDER BY sequence DESC LIMIT \(limit)
            """)
    }
}
