import Foundation
import Testing

@testable import Jobs

@Suite struct CronTests {
    private func date(_ text: String) throws -> Date { try #require(ISO8601DateFormatter().date(from: text)) }

    private func slots(_ cron: String, _ zone: String, after: String, count: Int) throws -> [String] {
        let expression = try CronExpression(cron)
        let zone = try #require(TimeZone(identifier: zone))
        var moment = try date(after)
        var found: [String] = []
        for _ in 0..<count {
            guard let next = expression.slot(after: moment, in: zone) else { break }
            found.append(ISO8601DateFormatter().string(from: next))
            moment = next
        }
        return found
    }

    @Test(arguments: [
        ("*/15 * * * *", "UTC", "2026-01-01T00:07:00Z", ["2026-01-01T00:15:00Z", "2026-01-01T00:30:00Z"]),
        ("0 6 * * mon-fri", "UTC", "2026-11-27T07:00:00Z", ["2026-11-30T06:00:00Z", "2026-12-01T06:00:00Z"]),
        ("0 6 * * 7", "UTC", "2026-11-25T07:00:00Z", ["2026-11-29T06:00:00Z"]),
        ("30 7 1 * *", "Europe/Helsinki", "2026-11-25T00:00:00Z", ["2026-12-01T05:30:00Z", "2027-01-01T05:30:00Z"]),
        // Either the day of month or the day of week.
        ("0 0 13 * fri", "UTC", "2026-11-06T00:00:00Z", ["2026-11-13T00:00:00Z", "2026-11-20T00:00:00Z"]),
        ("0 0 29 feb *", "UTC", "2026-01-01T00:00:00Z", ["2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"]),
        ("59 23 31 12 *", "UTC", "2026-12-31T23:59:00Z", ["2027-12-31T23:59:00Z"]),
        // New York, 8 March 2026: 02:00 becomes 03:00. A daily job at 02:30 comes once the clock is past it.
        ("30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", ["2026-03-08T07:30:00Z", "2026-03-09T06:30:00Z"]),
        // An hourly one does not come twice at once for it.
        (
            "30 * * * *", "America/New_York", "2026-03-08T06:00:00Z",
            ["2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", "2026-03-08T08:30:00Z"]
        ),
        // 1 November 2026: 02:00 becomes 01:00. A daily job at 01:30 comes the first time only.
        ("30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", ["2026-11-01T05:30:00Z", "2026-11-02T06:30:00Z"]),
        // Half an hour of summer time: Lord Howe, 5 April 2026, 02:00 becomes 01:30.
        (
            "45 1 * * *", "Australia/Lord_Howe", "2026-04-04T00:00:00Z",
            ["2026-04-04T14:45:00Z", "2026-04-05T15:15:00Z"]
        ),
    ])
    func the_next_slots(cron: String, zone: String, after: String, expected: [String]) throws {
        #expect(try slots(cron, zone, after: after, count: expected.count) == expected)
    }

    @Test(arguments: [
        "", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "*/0 * * * *", "5-1 * * * *",
        "a * * * *", "1,,2 * * * *", "-1 * * * *", "1.5 * * * *", "* * * * * *", "99999999999999999999 * * * *",
    ])
    func what_is_no_schedule_is_refused_in_a_sentence(_ text: String) {
        let problem = #expect(throws: CronProblem.self) { try CronExpression(text) }
        #expect(problem?.description.hasSuffix(".") == true)
    }

    @Test func a_day_that_never_comes_is_no_slot() throws {
        #expect(try CronExpression("0 0 31 2 *").slot(after: date("2026-01-01T00:00:00Z"), in: .gmt) == nil)
    }

    /// Against the slow way: every minute of a year, in zones with every kind of change.
    @Test(arguments: ["America/New_York", "Europe/Helsinki", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"])
    func every_matching_minute_is_found_once(_ name: String) throws {
        let zone = try #require(TimeZone(identifier: name))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let cron = try CronExpression("17,47 1,15 * * *")
        var moment = try date("2026-02-20T00:00:00Z")
        let end = try date("2026-12-01T00:00:00Z")
        var seen: Set<String> = []
        while let next = cron.slot(after: moment, in: zone), next < end {
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: next)
            #expect(next > moment)
            #expect([17, 47].contains(parts.minute ?? -1) && [1, 15].contains(parts.hour ?? -1), "\(next) in \(name)")
            #expect(seen.insert("\(parts)").inserted)
            moment = next
        }
        #expect(seen.count >= 4 * 283)
    }

    @Test func long_missed_slots_are_one_or_none() throws {
        let now = try date("2026-05-01T12:30:00Z")
        func plan(_ missed: MissedSlots) throws -> SlotPlan {
            SlotPlan(
                cron: try CronExpression("0 * * * *"), zone: .gmt, next: try date("2026-05-01T09:00:00Z"), now: now,
                missed: missed)
        }
        #expect(try plan(.none).slots.isEmpty)
        #expect(try plan(.last).slots == [try date("2026-05-01T12:00:00Z")])
        #expect(try plan(.all).slots.count == 4)
    }

    @Test func a_schedule_that_slept_for_a_year_makes_up_for_its_newest_slots() throws {
        let now = try date("2026-05-01T12:30:30Z")
        func plan(_ cron: String) throws -> SlotPlan {
            SlotPlan(
                cron: try CronExpression(cron), zone: .gmt, next: try date("2025-05-01T00:00:00Z"), now: now,
                missed: .all)
        }
        let often = try plan("* * * * *")
        #expect(often.slots.count == 100)
        #expect(try often.slots.last == date("2026-05-01T12:30:00Z"))
        #expect(zip(often.slots, often.slots.dropFirst()).allSatisfy { $1.timeIntervalSince($0) == 60 })
        let seldom = try plan("0 0 1 * *")
        #expect(seldom.slots.count == 13)
        #expect(try seldom.slots.first == date("2025-05-01T00:00:00Z"))
        #expect(seldom.next == (try date("2026-06-01T00:00:00Z")))
    }

    @Test func a_schedule_whose_time_has_not_come_makes_nothing() throws {
        let next = try date("2026-05-02T00:00:00Z")
        let plan = SlotPlan(
            cron: try CronExpression("0 0 * * *"), zone: .gmt, next: next, now: try date("2026-05-01T12:00:00Z"),
            missed: .all)
        #expect(plan.slots.isEmpty && plan.next == next)
    }
}
