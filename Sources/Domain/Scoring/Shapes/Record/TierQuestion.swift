/// What is asked of the record: did products called one tier reach another in time?
package struct TierQuestion: Hashable, Sendable {
    package let called: TrendTier
    /// The tier to reach; a better one counts as reached, too.
    package let goal: TrendTier
    /// 1–3650; outside, the nearest inside.
    package let days: Int

    package init(called: TrendTier, goal: TrendTier, within days: Int) {
        self.called = called
        self.goal = goal
        self.days = min(3_650, max(1, days))
    }

    /// The goal and every better tier, but never the one that was called.
    var goals: Set<TrendTier> {
        let order = TrendTier.allCases
        let last = order.firstIndex(of: goal) ?? 0
        return Set(order[...last]).subtracting([called])
    }
}
