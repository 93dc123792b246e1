package import Companies
package import Foundation
import Postgres

extension JobConsole {
    /// What can be stopped beside single jobs.
    package enum Pausable: Sendable, Hashable {
        case queue(String)
        case kind(String)

        /// As the database has it; `nil` for a name it would refuse.
        package var scope: String? {
            let (prefix, name) =
                switch self {
                case .queue(let name): ("queue", name)
                case .kind(let name): ("kind", name)
                }
            let isPlain = name.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
            }
            guard isPlain, (1...80).contains(name.utf8.count),
                let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
            else { return nil }
            return "\(prefix):\(name)"
        }
    }

    /// Whose row a pause is: the company's, or the house's, which stops it for everybody.
    private var owner: CompanyID {
        switch side {
        case .company(let company): company
        case .platform: .house
        }
    }

    /// Stops a queue or kind, or lets it go on. A company's admins stop it for their company only.
    /// - Returns: whether that changed anything.
    package func pause(_ what: Pausable, _ isPaused: Bool) async throws -> Bool {
        guard let scope = what.scope else { return false }
        let statement =
            isPaused
            ? Query<Single<Int>>(
                """
                WITH changed AS (
                    INSERT INTO job_pauses (company_id, scope, paused_by) VALUES (\(owner), \(scope), \(person))
                    ON CONFLICT DO NOTHING RETURNING 1)
                SELECT count(*) FROM changed
                """)
            : Query<Single<Int>>(
                """
                WITH changed AS (DELETE FROM job_pauses WHERE company_id = \(owner) AND scope = \(scope) RETURNING 1)
                SELECT count(*) FROM changed
                """)
        let (changed, _, _) = try await write(
            statement,
            JobAct.record(isPaused ? "pause" : "resume", subject: scope, jobs: 0, company: owner, by: person),
            Query<Ignored>("SELECT pg_notify(\(JobSignal.channel), '') WHERE \(!isPaused)"))
        return changed.first?.value ?? 0 > 0
    }

    /// Stops a schedule, or lets it go on: from its next slot on, not with what it missed.
    /// - Parameter next: the first slot from now on, computed from its cron.
    /// - Returns: `nil` when there is no such schedule on this side.
    package func pause(schedule: UUID, of company: CompanyID, _ isPaused: Bool, now: Date) async throws -> String? {
        if case .company(let own) = side, own != company { return nil }
        let found = try await read(ScheduleOverview.all(of: .company(company))).first { $0.id == schedule }
        guard let found else { return nil }
        let next = TimeZone(identifier: found.timeZone).flatMap { zone in
            (try? CronExpression(found.cron))?.slot(after: now, in: zone)
        }
        let change =
            isPaused
            ? Query<Ignored>(
                """
                UPDATE job_schedules SET paused_at = clock_timestamp(), paused_by = \(person)
                WHERE company_id = \(company) AND schedule_id = \(schedule) AND paused_at IS NULL
                """)
            : Query<Ignored>(
                """
                UPDATE job_schedules SET paused_at = NULL, paused_by = NULL, next_slot = coalesce(\(next), next_slot)
                WHERE company_id = \(company) AND schedule_id = \(schedule) AND paused_at IS NOT NULL
                """)
        _ = try await write(
            change,
            JobAct.record(
                isPaused ? "pause" : "resume", subject: "schedule:\(found.name)", jobs: 0, company: company, by: person)
        )
        return found.name
    }
}
