import Catalog

/// Counts products from a day on: made it in time, did not, or still has time.
struct TierTally {
    let question: TierQuestion
    let asOf: CalendarDay
    private var over = 0
    private var reached = 0
    private var pending = 0
    private var pendingReached = 0

    init(question: TierQuestion, asOf: CalendarDay) {
        self.question = question
        self.asOf = asOf
    }

    mutating func add(_ history: TierHistory, from day: CalendarDay) {
        let hasReached = history.first(of: question.goals, after: day, within: question.days) != nil
        if asOf.days(since: day) >= question.days {
            over += 1
            reached += hasReached ? 1 : 0
        } else {
            pending += 1
            pendingReached += hasReached ? 1 : 0
        }
    }

    func adding(_ other: TierTally) -> TierTally {
        var sum = self
        sum.over += other.over
        sum.reached += other.reached
        sum.pending += other.pending
        sum.pendingReached += other.pendingReached
        return sum
    }

    var count: TierCount {
        TierCount(reached: Share(reached, of: over), pending: pending, pendingReached: pendingReached)
    }
}
