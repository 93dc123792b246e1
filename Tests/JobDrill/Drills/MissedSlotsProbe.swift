import Companies
import Foundation
import Jobs
import Postgres

/// Nobody looks for three hours, and for three days: what is made up for is what the schedule says.
struct MissedSlotsProbe {
    let arena: Arena

    func judge(_ findings: inout Findings) async throws {
        var wrong = 0
        // A slot of the last ninety seconds is not missed: two of those are always there.
        for (policy, minutes, wanted) in [
            (MissedSlots.none, 180.0, 2), (.last, 180, 2), (.all, 60, 60), (.all, 4_320, MissedSlots.most),
        ] {
            let made = try await slots(policy, minutes: minutes, cron: "* * * * *")
            if made != wanted { wrong += 1 }
        }
        // An hourly one has none in the last ninety seconds.
        for (policy, wanted) in [(MissedSlots.none, 0), (.last, 1), (.all, 3)]
        where try await slots(policy, minutes: 210, cron: "0 * * * *") != wanted { wrong += 1 }
        findings.expect("policies of missed slots not kept", wrong, .exactly(0))
    }

    private func slots(_ policy: MissedSlots, minutes: Double, cron: String) async throws -> Int {
        let begin = Date(timeIntervalSince1970: 1_800_000_000)
        let id = UUID()
        try await arena.database.transaction(in: arena.companies[1]) { transaction in
            try await transaction.execute("DELETE FROM job_schedules")
            try await transaction.schedule(
                "missed", DrillWork(script: DrillScript(key: "missed")), cron: cron, timeZone: "UTC", missed: policy,
                id: id, now: begin)
        }
        // Ten seconds into a minute.
        try await ScheduleStore(database: arena.database).turnIntoJobs(now: begin.addingTimeInterval(minutes * 60 + 10))
        return try await arena.ledger.count("SELECT count(*) FROM job_slots WHERE schedule_id = \(id)")
    }
}
