import Postgres

extension JobStore {
    /// Removes what is older than it may be, some thousand rows at a time. A job that others still wait for stays.
    package func forget(_ retention: JobRetention) async throws {
        for (state, age) in [
            ("completed", retention.completed), ("cancelled", retention.cancelled), ("dead", retention.dead),
        ] {
            var removed = retention.batch
            while removed == retention.batch {
                removed = try await forget(state: state, olderThan: age, most: retention.batch)
                try Task.checkCancellation()
            }
        }
        // Also the counts of transactions that took long.
        try await sumTallies(ofSeconds: 3_600)
        let (effects, tallies) = (
            Int(retention.effects.milliseconds / 1_000), Int(retention.tallies.milliseconds / 1_000)
        )
        try await remove(
            "DELETE FROM job_effects WHERE happened_at < clock_timestamp() - \(effects) * interval '1 second'")
        try await remove("DELETE FROM job_slots WHERE slot < clock_timestamp() - \(effects) * interval '1 second'")
        try await remove("DELETE FROM job_tallies WHERE minute < clock_timestamp() - \(tallies) * interval '1 second'")
    }

    private func forget(state: String, olderThan age: Duration, most: Int) async throws -> Int {
        let seconds = Int(age.milliseconds / 1_000)
        return try await count(
            """
            WITH old AS (
                DELETE FROM job_outcomes o USING (
                    SELECT company_id, job_id FROM job_outcomes
                    WHERE state = \(state) AND finished_at < clock_timestamp() - \(seconds) * interval '1 second'
                    ORDER BY finished_at LIMIT \(most) FOR UPDATE SKIP LOCKED) AS x
                WHERE o.company_id = x.company_id AND o.job_id = x.job_id RETURNING o.company_id, o.job_id
            ), events AS (
                DELETE FROM job_events e USING old WHERE e.company_id = old.company_id AND e.job_id = old.job_id
            ), progress AS (
                DELETE FROM job_progress p USING old WHERE p.company_id = old.company_id AND p.job_id = old.job_id
            ), facts AS (
                DELETE FROM jobs j USING old WHERE j.company_id = old.company_id AND j.job_id = old.job_id
            )
            SELECT count(*) FROM old
            """)
    }
}
