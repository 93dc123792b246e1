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
        var due: [Date] = []
        var slot: Date? = next
        while let one = slot, one <= now {
            due.append(one)
            // Only the newest matter; a schedule of every minute that slept for a year has half a million.
            if due.count > MissedSlots.most { due.removeFirst() }
            slot = cron.slot(after: one, in: zone)
            if due.count > 2 * MissedSlots.most { break }
        }
        self.next = slot
        let fresh = due.filter { now.timeIntervalSince($0) <= MissedSlots.tolerance }
        switch missed {
        case .none: slots = fresh
        case .last: slots = fresh.isEmpty ? Array(due.suffix(1)) : fresh
        case .all: slots = due
        }
    }
}
