package import Catalog

/// What became of the products that were called a tier, against all others.
///
/// A call is the entry into the tier, not every day in it. An entry while the time of an earlier call of the same
/// product still runs belongs to that call, so that no stretch of days counts twice. Only calls whose time is over
/// count: a call of last week is pending and no failure, and one that has already made it is pending as well, since
/// counting the quick ones only would flatter the record. A product of which nothing is heard any more has not made it.
package struct TierRecord: Hashable, Sendable {
    package let question: TierQuestion
    package let asOf: CalendarDay
    /// Products that were called.
    package let called: TierCount
    /// All products that had a tier but neither the one called nor a goal, looked at every `days` days.
    package let others: TierCount
    /// `others` by the tier they had.
    package let othersByTier: [TrendTier: TierCount]
    /// Products that had the tier when the record began, so that nobody knows when they entered it. Not counted.
    package let unknownStarts: Int

    /// - Parameters:
    ///   - histories: one of each product.
    ///   - begin: the first day of the record. A product's first entry on it is no call.
    ///   - asOf: the last day that is known; later entries are not read.
    package init(
        _ question: TierQuestion, histories: [TierHistory], from begin: CalendarDay, asOf: CalendarDay
    ) {
        self.question = question
        self.asOf = asOf
        var calls = TierTally(question: question, asOf: asOf)
        var others: [TrendTier: TierTally] = [:]
        var unknown = 0
        for history in histories {
            let known = history.between(begin, asOf)
            let (days, isUnknown) = Self.calls(of: known, question, begin)
            unknown += isUnknown ? 1 : 0
            for day in days { calls.add(known, from: day) }
            for day in Self.looks(question, begin, asOf) {
                guard let tier = known.tier(on: day), tier != question.called, !question.goals.contains(tier) else {
                    continue
                }
                others[tier, default: TierTally(question: question, asOf: asOf)].add(known, from: day)
            }
        }
        called = calls.count
        othersByTier = others.mapValues(\.count)
        self.others = others.values.reduce(TierTally(question: question, asOf: asOf)) { $0.adding($1) }.count
        unknownStarts = unknown
    }

    /// The days of calls, and whether the product had the tier from the beginning.
    private static func calls(
        of history: TierHistory, _ question: TierQuestion, _ begin: CalendarDay
    ) -> (days: [CalendarDay], isUnknown: Bool) {
        var days: [CalendarDay] = []
        var isUnknown = false
        // Entries are changes, so that each of the tier is an entry into it.
        for (place, entry) in history.entries.enumerated() where entry.tier == question.called {
            if place == 0, entry.day <= begin {
                isUnknown = true
            } else if days.last.map({ entry.day.days(since: $0) > question.days }) ?? true {
                days.append(entry.day)
            }
        }
        return (days, isUnknown)
    }

    /// Days on which others are looked at: from the first on, one after the other's time is over.
    private static func looks(_ question: TierQuestion, _ begin: CalendarDay, _ asOf: CalendarDay) -> [CalendarDay] {
        guard begin <= asOf else { return [] }
        // Two hundred are decades of months; more would only be a mistaken beginning.
        return (0..<200).map { begin.adding(days: $0 * question.days) }.prefix { $0 <= asOf }.map(\.self)
    }
}
