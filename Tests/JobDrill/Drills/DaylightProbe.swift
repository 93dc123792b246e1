import Companies
import Foundation
import Jobs
import Postgres

/// Days on which the clock is put forward or back, minute by minute, against PostgreSQL's own table of time zones.
struct DaylightProbe {
    let arena: Arena

    private struct Zone {
        let name: String
        /// Days (UTC) around a change.
        let from: String
        let to: String
    }

    private static let zones = [
        Zone(name: "America/New_York", from: "2026-03-07T12:00:00Z", to: "2026-03-10T12:00:00Z"),
        Zone(name: "America/New_York", from: "2026-10-31T12:00:00Z", to: "2026-11-03T12:00:00Z"),
        Zone(name: "Europe/Helsinki", from: "2026-03-28T00:00:00Z", to: "2026-03-31T00:00:00Z"),
        Zone(name: "Europe/Helsinki", from: "2026-10-24T00:00:00Z", to: "2026-10-27T00:00:00Z"),
        Zone(name: "Australia/Lord_Howe", from: "2026-04-04T00:00:00Z", to: "2026-04-07T00:00:00Z"),
        Zone(name: "UTC", from: "2028-02-28T00:00:00Z", to: "2028-03-02T00:00:00Z"),
    ]

    /// Daily at half past each of the hours in which clocks change: each local time comes once a day.
    func judge(_ findings: inout Findings) async throws {
        let store = ScheduleStore(database: arena.database)
        let company = arena.companies[0]
        var wrong = 0
        var days = 0
        for (number, zone) in Self.zones.enumerated() {
            guard let from = try? Date(zone.from, strategy: .iso8601), let to = try? Date(zone.to, strategy: .iso8601)
            else { throw DrillProblem("\(zone.from) is no date") }
            for hour in 1...3 {
                let id = UUID()
                try await arena.database.transaction(in: company) { transaction in
                    try await transaction.execute("DELETE FROM job_schedules")
                    try await transaction.schedule(
                        "daylight \(number) \(hour)", DrillWork(script: DrillScript(key: "daylight")),
                        cron: "30 \(hour) * * *", timeZone: zone.name, missed: .all, id: id, now: from)
                }
                for seconds in stride(from: 0.0, through: to.timeIntervalSince(from), by: arena.form.pick(3_600, 600)) {
                    try await store.turnIntoJobs(now: from.addingTimeInterval(seconds))
                }
                wrong += try await wrongDays(id, zone.name, hour: hour, from: from, to: to)
                days += 3
            }
        }
        findings.tell("days around clock changes and 29 February", days)
        findings.expect("of them with no slot, two, or one at another time", wrong, .exactly(0))
    }

    /// PostgreSQL reads a local time that is skipped with the offset before the change, which is the moment when the clock is
    /// past it; of one that comes twice the second, where ours is the first.
    private func wrongDays(_ id: UUID, _ zone: String, hour: Int, from: Date, to: Date) async throws -> Int {
        try await arena.ledger.count(
            """
            WITH expected AS (
                SELECT day::date AS day, (day::date + make_time(\(hour)::integer, 30, 0)) AT TIME ZONE \(zone) AS slot
                FROM generate_series(\(from) - interval '1 day', \(to) + interval '1 day', interval '1 day') AS day
            ), wanted AS (
                SELECT day, CASE WHEN (slot - interval '1 hour') AT TIME ZONE \(zone) = slot AT TIME ZONE \(zone)
                        THEN slot - interval '1 hour'
                    WHEN (slot - interval '30 minutes') AT TIME ZONE \(zone) = slot AT TIME ZONE \(zone)
                        THEN slot - interval '30 minutes' ELSE slot END AS slot
                FROM expected
            )
            SELECT count(*) FROM (SELECT slot FROM wanted WHERE slot > \(from) AND slot <= \(to)) AS w
            FULL JOIN (SELECT slot FROM job_slots WHERE schedule_id = \(id)) AS s USING (slot)
            WHERE w.slot IS NULL OR s.slot IS NULL
            """)
    }
}
