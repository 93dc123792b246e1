package import Foundation

/// Which slots of a schedule become jobs now, and when to look again.
package struct SlotPlan: Sendable, Equatable {
    /// Oldest first.
    package let slots: [Date]
    /// The first slot after now; `nil` when the schedule never comes again.
    package let next: Date?

    /// - Parameters:
    ///   - next: the slot the schedule waits for.
    ///   - now: the database's clock.
    package init(cron: CronExpression, zone: TimeZone, next: Date, now: Date, missed: MissedSlots) {
        self.next = next > now ? next : cron.slot(after: now, in: zone)
        let due = Self.newest(cron: cron, zone: zone, next: next, now: now)
        let fresh = due.filter { now.timeIntervalSince($0) <= MissedSlots.tolerance }
        switch missed {
        case .none: slots = fresh
        case .last: slots = fresh.isEmpty ? Array(due.suffix(1)) : fresh
        case .all: slots = due
        }
    }

    /// The newest slots that came, at most as many as are made up for. Looks back further and further: a schedule of every
    /// minute that slept for a year has half a million of them.
    private static func newest(cron: CronExpression, zone: TimeZone, next: Date, now: Date) -> [Date] {
        var due: [Date] = []
        var window = 3_600.0
        while true {
            let start = max(next, now.addingTimeInterval(-window))
            due = []
            var slot = start == next ? next : cron.slot(after: start, in: zone)
            while let one = slot, one <= now {
                due.append(one)
                slot = cron.slot(after: one, in: zone)
            }
            if due.count >= MissedSlots.most || start == next { return Array(due.suffix(MissedSlots.most)) }
            window *= 24
        }
    }
}
