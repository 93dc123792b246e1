import Catalog

extension TierRecord {
    /// Fewer calls are no record to speak of.
    static let fewest = 5

    /// The record in its numbers.
    package var sentence: String {
        let goal = "\(question.goal.rawValue) within \(Wording.count(question.days, "day", "days"))"
        return "\(body(goal))\(waiting)"
    }

    private func body(_ goal: String) -> String {
        let share = called.reached
        let products = Wording.count(share.of, "product", "products")
        guard share.of >= Self.fewest, let value = share.value else {
            return "Too few to say: \(products) called \(question.called.rawValue) so far had time to reach \(goal),"
                + " and \(share.hits) did."
        }
        let range = "\(whole(share.low))–\(whole(share.high))"
        let record =
            "Of \(products) called \(question.called.rawValue), \(whole(value)) % reached \(goal) (\(range))"
        guard let base = others.reached.value else { return record + "; there are no others to compare with." }
        let others =
            "against \(whole(base)) % of all others"
            + " (\(whole(self.others.reached.low))–\(whole(self.others.reached.high)))"
        let caution = share.isAbove(self.others.reached) ? "" : "; that is no more than chance may give"
        return "\(record), \(others)\(caution)."
    }

    private var waiting: String {
        guard called.pending > 0 else { return "" }
        return " \(called.pending) more \(called.pending == 1 ? "has" : "have") time left"
            + (called.pendingReached > 0 ? ", \(called.pendingReached) of them there already." : ".")
    }

    private func whole(_ share: Double) -> String { "\(Int((100 * share).rounded()))" }
}
