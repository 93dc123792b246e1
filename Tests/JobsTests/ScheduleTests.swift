import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

@Suite struct ScheduleTests {
    @Test func five_schedulers_make_one_job_of_a_slot() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            let begin = Date(timeIntervalSince1970: 1_770_000_000)
            for company in [fixture.harbor, fixture.kestrel] {
                try await database.transaction(in: company.id) { transaction in
                    try await transaction.schedule(
                        "every minute", Probe(number: 1), cron: "* * * * *", timeZone: company.timeZone, missed: .all,
                        now: begin)
                }
            }
            let schedulers = (0..<5).map { _ in ScheduleStore(database: database) }
            for minute in stride(from: 1, through: 40, by: 3) {
                let now = begin.addingTimeInterval(Double(minute) * 60)
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for scheduler in schedulers { group.addTask { try await scheduler.turnIntoJobs(now: now) } }
                    try await group.waitForAll()
                }
            }
            for company in [fixture.harbor, fixture.kestrel] {
                #expect(try await fixture.count("jobs", in: company) == 40)
                #expect(try await fixture.count("job_slots", in: company) == 40)
                #expect(try await fixture.places(in: company) == ["ready_jobs": 40])
            }
        }
    }

    /// A scheduler whose own clock is wrong goes by the database's.
    @Test func slots_come_by_the_clock_of_the_database() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            try await database.transaction(in: fixture.harbor.id) { transaction in
                for name in ["past", "to come"] {
                    try await transaction.schedule(
                        name, Probe(number: 1), cron: "0 * * * *", timeZone: "UTC", missed: .last,
                        now: fixture.companies.now)
                }
                try await transaction.execute(
                    """
                    UPDATE job_schedules SET next_slot = date_trunc('hour', clock_timestamp())
                        + CASE name WHEN 'past' THEN interval '0' ELSE interval '1 hour' END
                    """)
            }
            #expect(try await ScheduleStore(database: database).turnIntoJobs() == 1)
            #expect(try await fixture.count("job_schedules", "next_slot > clock_timestamp()") == 2)
        }
    }

    @Test func a_paused_schedule_does_nothing_and_a_wrong_one_is_refused() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            for (cron, zone) in [("0 0 31 2 *", "UTC"), ("x", "UTC"), ("* * * * *", "Moon/Crater")] {
                await #expect(throws: CronProblem.self) {
                    try await database.transaction(in: fixture.harbor.id) { transaction in
                        try await transaction.schedule(
                            "s", Probe(number: 1), cron: cron, timeZone: zone, now: fixture.companies.now)
                    }
                }
            }
            try await database.transaction(in: fixture.harbor.id) { transaction in
                try await transaction.schedule(
                    "s", Probe(number: 1), cron: "* * * * *", timeZone: "UTC", now: fixture.companies.now)
                try await transaction.execute("UPDATE job_schedules SET paused_at = now()")
            }
            let later = fixture.companies.now.addingTimeInterval(3_600)
            #expect(try await ScheduleStore(database: database).turnIntoJobs(now: later) == 0)
        }
    }

    @Test func a_schedule_that_cannot_be_read_any_more_is_paused_and_does_not_hold_up_the_others() async throws {
        try await JobFixture.with { fixture in
            let database = fixture.companies.database
            try await database.transaction(in: fixture.harbor.id) { transaction in
                for name in ["broken", "whole"] {
                    try await transaction.schedule(
                        name, Probe(number: 1), cron: "* * * * *", timeZone: "UTC", now: fixture.companies.now)
                }
                try await transaction.execute(
                    """
                    UPDATE job_schedules SET time_zone = 'Moon/Crater', next_slot = next_slot - interval '1 minute'
                    WHERE name = 'broken'
                    """)
            }
            let store = ScheduleStore(database: database)
            let later = fixture.companies.now.addingTimeInterval(60)
            for _ in 0..<2 { _ = try await store.turnIntoJobs(now: later, most: 1) }
            #expect(try await fixture.count("jobs") == 1)
            #expect(try await fixture.count("job_schedules", "name = 'broken' AND paused_at IS NOT NULL") == 1)
        }
    }
}
