/// Holds a history against what the queue promises (docs/jobs.md). Knows nothing of how it came about: simulated runs, drills
/// and logs of the real thing are checked alike.
package struct HistoryChecker {
    private var lives: [String: JobLife] = [:]
    /// The living job of each unique key of a company.
    private var keys: [UniqueKey: String] = [:]
    private var violations: [HistoryViolation] = []

    /// - Parameters:
    ///   - events: in any order; `at` and then `sequence` say which came first, and where both are equal, their order here.
    ///   - isDrained: whether all work was done when the history ends, so that no job may be on its way.
    /// - Returns: what is wrong, oldest first; one event can break several promises.
    package static func violations(in events: [HistoryEvent], isDrained: Bool) -> [HistoryViolation] {
        var checker = HistoryChecker()
        for event in inOrder(events) { checker.take(event) }
        checker.close(isDrained: isDrained)
        return checker.violations
    }

    private static func inOrder(_ events: [HistoryEvent]) -> [HistoryEvent] {
        func isBefore(_ one: HistoryEvent, _ other: HistoryEvent) -> Bool {
            (one.at, one.sequence) < (other.at, other.sequence)
        }
        // Logs mostly are in order already, and sorting half a million events takes longer than checking them.
        let isSorted = zip(events, events.dropFirst()).allSatisfy { !isBefore($1, $0) }
        return isSorted ? events : events.sorted(by: isBefore)
    }

    private mutating func take(_ event: HistoryEvent) {
        guard event.what != .enqueued else { return enqueue(event) }
        // In place: copying a life for each event would copy its effects, too.
        guard let index = lives.index(forKey: event.job) else {
            return violations.append(
                HistoryViolation(
                    rule: .unknownJob, job: event.job, events: [event],
                    sentence: "was \(event.what.rawValue) but never enqueued"))
        }
        violations += lives.values[index].take(event)
        guard let key = lives.values[index].uniqueKey else { return }
        if lives.values[index].isFinal {
            if keys[key] == event.job { keys[key] = nil }
        } else if event.what == .replayed {
            occupy(key, by: event)
        }
    }

    private mutating func enqueue(_ event: HistoryEvent) {
        if let life = lives[event.job] {
            return violations.append(
                HistoryViolation(
                    rule: .enqueuedTwice, job: event.job, events: [life.enqueued, event], sentence: "was enqueued twice"
                ))
        }
        let life = JobLife(enqueued: event)
        lives[event.job] = life
        if let key = life.uniqueKey { occupy(key, by: event) }
    }

    private mutating func occupy(_ key: UniqueKey, by event: HistoryEvent) {
        if let other = keys[key], other != event.job, let rival = lives[other] {
            violations.append(
                HistoryViolation(
                    rule: .sharedKey, job: event.job, events: [rival.enqueued, event],
                    sentence: "lives beside job \(other) with the same unique key \(key.key)"))
        }
        keys[key] = event.job
    }

    private mutating func close(isDrained: Bool) {
        for life in lives.values.sorted(by: { $0.enqueued.job < $1.enqueued.job }) {
            if let missing = life.missingEffect { violations.append(missing) }
            guard isDrained, !life.isFinal else { continue }
            violations.append(
                HistoryViolation(
                    rule: .lost, job: life.enqueued.job, events: [life.enqueued, life.latest],
                    sentence: "was enqueued and never ended; the last that is known of it: \(life.latest.what.rawValue)"
                ))
        }
    }
}
