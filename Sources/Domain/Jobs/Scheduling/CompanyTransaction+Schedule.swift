package import Companies
package import Foundation
import Postgres

extension CompanyTransaction {
    /// Makes or changes the schedule of a name. What it waits for is computed anew from `now`.
    /// - Throws: `CronProblem` for a schedule that cannot be read, never comes, or has an unknown zone.
    package func schedule<Arguments: JobArguments>(
        _ name: String, _ arguments: Arguments, cron: String, timeZone: String, missed: MissedSlots = .last,
        id: UUID = UUID(), now: Date
    ) async throws {
        let expression = try CronExpression(cron)
        guard let zone = TimeZone(identifier: timeZone) else { throw CronProblem("There is no time zone \(timeZone).") }
        guard let next = expression.slot(after: now, in: zone) else { throw CronProblem("\"\(cron)\" never comes.") }
        let settings = Arguments.settings
        try await execute(
            """
            INSERT INTO job_schedules (company_id, schedule_id, name, kind, queue, delay_seconds, most_attempts, arguments,
                cron, time_zone, missed, next_slot)
            VALUES (\(company), \(id), \(name), \(Arguments.kind), \(settings.queue.rawValue),
                \(settings.priority.delaySeconds), \(settings.mostAttempts), \(try NewJob(arguments).json()), \(cron),
                \(timeZone), \(missed.rawValue), \(next))
            ON CONFLICT (company_id, name) DO UPDATE SET kind = excluded.kind, queue = excluded.queue,
                delay_seconds = excluded.delay_seconds, most_attempts = excluded.most_attempts,
                arguments = excluded.arguments, cron = excluded.cron, time_zone = excluded.time_zone,
                missed = excluded.missed, next_slot = excluded.next_slot
            """)
    }

    /// Whether the company has a schedule of this name, paused or not.
    package func hasSchedule(_ name: String) async throws -> Bool {
        try await fetch(Query<Single<Bool>>("SELECT EXISTS (SELECT FROM job_schedules WHERE name = \(name))"))
            .first?.value ?? false
    }
}
