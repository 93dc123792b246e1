package import Postgres

/// The bytes of one raw record, cut out of the block of its batch.
package enum RawPayloadQueries {
    /// An expression for the record a row names by `company_id`, `run_id` and `line`; NULL when none was kept.
    /// - Parameter row: the row's alias in the query.
    package static func of(_ row: StaticString) -> SQL {
        let row = "\(row)"
        return """
            (SELECT substring(b.payload FROM coalesce(b.ends[b.place - 1], 0) + 1
                    FOR b.ends[b.place] - coalesce(b.ends[b.place - 1], 0))
                FROM (SELECT payload, ends, array_position(lines, \(unsafe: row).line) AS place FROM raw_blocks
                    WHERE company_id = \(unsafe: row).company_id AND run_id = \(unsafe: row).run_id
                        AND first_line <= \(unsafe: row).line AND last_line >= \(unsafe: row).line
                    ORDER BY block) AS b
                WHERE b.place IS NOT NULL LIMIT 1)
            """
    }
}
