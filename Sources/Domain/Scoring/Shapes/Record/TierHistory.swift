package import Catalog

/// The tiers a product has had.
package struct TierHistory: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let day: CalendarDay
        package let tier: TrendTier

        package init(day: CalendarDay, tier: TrendTier) {
            self.day = day
            self.tier = tier
        }
    }

    /// The changes, in order of day; a tier holds until the next.
    package let entries: [Entry]

    /// Entries may be of all days or changes only, in any order; of several on one day the last one given holds.
    package init(_ entries: [Entry]) {
        var byDay: [CalendarDay: TrendTier] = [:]
        for entry in entries { byDay[entry.day] = entry.tier }
        var changes: [Entry] = []
        for (day, tier) in byDay.sorted(by: { $0.key < $1.key }) where changes.last?.tier != tier {
            changes.append(Entry(day: day, tier: tier))
        }
        self.entries = changes
    }

    /// What is known of the days from `begin` to `end`; the tier that held on `begin` is its first entry.
    func between(_ begin: CalendarDay, _ end: CalendarDay) -> TierHistory {
        let held = tier(on: begin).map { [Entry(day: begin, tier: $0)] } ?? []
        return TierHistory(held + entries.filter { $0.day > begin && $0.day <= end })
    }

    /// The first day after `day` and within `days` of it on which the tier was one of `tiers`.
    func first(of tiers: Set<TrendTier>, after day: CalendarDay, within days: Int) -> CalendarDay? {
        entries.first { $0.day > day && $0.day.days(since: day) <= days && tiers.contains($0.tier) }?.day
    }

    /// The tier on a day; nil before the first entry.
    func tier(on day: CalendarDay) -> TrendTier? {
        entries.last { $0.day <= day }?.tier
    }
}
