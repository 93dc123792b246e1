/// How attempts ended in one minute.
package struct MinuteTally: Hashable, Sendable {
    package let minute: MomentStamp
    package let good: Int
    package let bad: Int

    package init(minute: MomentStamp, good: Int, bad: Int) {
        self.minute = minute
        self.good = good
        self.bad = bad
    }
}
