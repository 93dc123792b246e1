import Foundation
import Jobs

extension SimulatedDatabase {
    /// A schedule that is due, as one scheduler saw it.
    struct DueSlot {
        let schedule: Int
        let cron: String
        let nextSlot: Int
        let seenAt: Int
    }

    /// `CompanyTransaction.schedule`. Every slot is made up for, so that each must become one job.
    func schedule(_ kind: Int, company: Int, cron: String) {
        guard let expression = try? CronExpression(cron),
            let next = expression.slot(after: Date(simulatedMicroseconds: now), in: .gmt)
        else { return }
        schedules.append(
            ScheduleRow(company: company, kind: kind, cron: cron, nextSlot: next.simulatedMicroseconds))
    }

    /// The first statement of `ScheduleStore.turnIntoJobs`.
    func dueSchedules() -> [DueSlot] {
        schedules.indices.filter { schedules[$0].nextSlot <= now }.map { number in
            DueSlot(
                schedule: number, cron: schedules[number].cron, nextSlot: schedules[number].nextSlot, seenAt: now)
        }
    }

    /// The statement of `ScheduleStore.turn`.
    /// - Parameter ids: a number for each slot.
    func turn(_ due: DueSlot, _ plan: SlotPlan, ids: [Int]) {
        let row = schedules[due.schedule]
        for (slot, id) in zip(plan.slots, ids) {
            let key = Slot(schedule: due.schedule, slot: slot.simulatedMicroseconds)
            guard slots.insert(key).inserted || bug == .slotTwice else { continue }
            add(ModelJob(number: id, company: row.company, kind: row.kind, arguments: id))
            slotJobs[key, default: 0] += 1
        }
        if row.nextSlot == due.nextSlot { schedules[due.schedule].nextSlot = plan.next?.simulatedMicroseconds ?? .max }
        checkTables()
    }
}
