package import Companies
package import Foundation
import Postgres

/// Turns schedules into jobs, as the worker role. Any number may do it at once.
package struct ScheduleStore: Sendable {
    private let database: CompanyDatabase

    package init(database: CompanyDatabase) { self.database = database }

    /// Makes the jobs of all slots that came by `now`.
    ///
    /// A slot becomes one job: its row is inserted by the statement that inserts the job, and its key is unique. Two
    /// schedulers that see the same slot at once both try, and one of them adds nothing.
    /// - Parameter now: `nil` for the database's clock, so that a process whose clock is wrong makes no job too early.
    /// - Returns: jobs added.
    @discardableResult
    package func turnIntoJobs(now: Date? = nil, most: Int = 200) async throws -> Int {
        let due = try await database.asWorker(
            Query<DueSchedule>(
                """
                SELECT company_id, schedule_id, cron, time_zone, missed, next_slot, moment FROM job_schedules,
                    (SELECT coalesce(\(now)::timestamptz, clock_timestamp()) AS moment) m
                WHERE next_slot <= moment AND paused_at IS NULL ORDER BY next_slot LIMIT \(most)
                """))
        var added = 0
        for schedule in due { added += try await turn(schedule) }
        return added
    }

    private func turn(_ schedule: DueSchedule) async throws -> Int {
        guard let cron = try? CronExpression(schedule.cron), let zone = TimeZone(identifier: schedule.timeZone) else {
            // Such as a zone this machine does not know any more. Left due it would stand before the others for ever.
            _ = try await database.asWorker(
                Query<Ignored>(
                    """
                    UPDATE job_schedules SET paused_at = clock_timestamp()
                    WHERE company_id = \(schedule.company) AND schedule_id = \(schedule.id)
                    """))
            return 0
        }
        let plan = SlotPlan(
            cron: cron, zone: zone, next: schedule.nextSlot, now: schedule.seenAt,
            missed: MissedSlots(rawValue: schedule.missed) ?? .last)
        let ids = plan.slots.map { _ in UUID() }
        let never = "infinity"
        let (rows, _) = try await database.asWorker(
            Query<Single<Int>>(
                """
                WITH slotted AS (
                    INSERT INTO job_slots (company_id, schedule_id, slot, job_id)
                    SELECT \(schedule.company), \(schedule.id), slot, job_id
                    FROM unnest(\(plan.slots), \(ids)) AS s (slot, job_id)
                    ON CONFLICT DO NOTHING RETURNING job_id
                ), made AS (
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts)
                    SELECT c.company_id, s.job_id, c.kind, c.queue, c.delay_seconds, c.arguments, c.most_attempts
                    FROM slotted s CROSS JOIN job_schedules c
                    WHERE c.company_id = \(schedule.company) AND c.schedule_id = \(schedule.id)
                    RETURNING company_id, job_id, queue, kind, delay_seconds
                ), ready AS (
                    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
                    SELECT company_id, job_id, queue, kind, clock_timestamp() + make_interval(secs => delay_seconds) FROM made
                    RETURNING queue
                ), moved AS (
                    UPDATE job_schedules SET next_slot = coalesce(\(plan.next), \(never)::timestamptz)
                    WHERE company_id = \(schedule.company) AND schedule_id = \(schedule.id)
                        AND next_slot = \(schedule.nextSlot)
                )
                SELECT count(*) FROM ready
                """),
            Query<Ignored>("SELECT pg_notify(\(JobSignal.channel), '') WHERE \(!plan.slots.isEmpty)"))
        return rows.first?.value ?? 0
    }
}
