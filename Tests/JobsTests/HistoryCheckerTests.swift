import JobHistory
import Testing

/// The checker notices each sort of broken promise, and nothing in histories that keep them.
@Suite struct HistoryCheckerTests {
    /// Histories as words: what happened, attempt, worker, key; all of job "a" unless a job is named.
    private struct Log {
        var events: [HistoryEvent] = []

        mutating func add(
            _ what: HistoryEvent.Kind, _ attempt: Int? = nil, _ worker: String? = nil, key: String? = nil,
            job: String = "a"
        ) {
            events.append(
                HistoryEvent(
                    at: Double(events.count), job: job, company: "harbor", what: what, attempt: attempt,
                    worker: worker, key: key))
        }
    }

    private func rules(isDrained: Bool = false, _ write: (inout Log) -> Void) -> [HistoryViolation.Rule] {
        var log = Log()
        write(&log)
        return HistoryChecker.violations(in: log.events, isDrained: isDrained).map(\.rule)
    }

    /// Everything that may happen to jobs, in one history.
    private static func clean(_ log: inout Log) {
        log.add(.enqueued, key: "probe/1")
        log.add(.claimed, 1, "w1")
        log.add(.failed, 1, "w1")
        log.add(.claimed, 2, "w1")
        log.add(.snoozed, 2, "w1")
        log.add(.claimed, 2, "w2")
        log.add(.released, 2, "w2")
        log.add(.claimed, 2, "w2")
        log.add(.effect, 2, "w2", key: "half")
        log.add(.rescued, 2, "w2")
        log.add(.fenced, 2, "w2")
        log.add(.claimed, 3, "w3")
        log.add(.dead, 3, "w3")
        log.add(.replayed, 3)
        log.add(.claimed, 1, "w1")
        // One transaction; the log may name the end first.
        log.add(.completed, 1, "w1", key: "whole")
        log.add(.effect, 1, "w1", key: "whole")
        // Its key is free again.
        log.add(.enqueued, key: "probe/1", job: "b")
        log.add(.claimed, 1, "w1", job: "b")
        log.add(.cancelRequested, 1, job: "b")
        log.add(.cancelled, 1, "w1", job: "b")
        log.add(.enqueued, job: "c")
        log.add(.cancelled, 0, job: "c")
        log.add(.replayed, 0, job: "c")
        log.add(.claimed, 1, "w1", job: "c")
        log.add(.dead, 1, "w1", job: "c")
        // Discarded.
        log.add(.cancelled, 1, job: "c")
    }

    @Test func a_history_that_keeps_every_promise_has_no_violation() {
        #expect(rules(isDrained: true, Self.clean) == [])
    }

    @Test func the_order_of_the_log_does_not_matter() {
        var log = Log()
        Self.clean(&log)
        #expect(HistoryChecker.violations(in: log.events.reversed(), isDrained: true) == [])
    }

    @Test func sequence_orders_what_happened_at_one_moment() {
        let events = [
            HistoryEvent(at: 1, sequence: 3, job: "a", company: "harbor", what: .completed, attempt: 1),
            HistoryEvent(at: 1, sequence: 2, job: "a", company: "harbor", what: .claimed, attempt: 1),
            HistoryEvent(at: 1, sequence: 1, job: "a", company: "harbor", what: .enqueued),
        ]
        #expect(HistoryChecker.violations(in: events, isDrained: true) == [])
    }

    @Test(arguments: HistoryViolation.Rule.allCases)
    func each_sort_of_violation_is_noticed(_ rule: HistoryViolation.Rule) {
        let found = rules(isDrained: rule == .lost || rule == .effectMissing) { log in
            if rule != .unknownJob { log.add(.enqueued, key: "k") }
            switch rule {
            case .lost:
                log.add(.claimed, 1, "w1")
                log.add(.failed, 1, "w1")
            case .unknownJob: log.add(.claimed, 1, "w1")
            case .enqueuedTwice: log.add(.enqueued, key: "k")
            case .overlappingLeases:
                log.add(.claimed, 1, "w1")
                log.add(.claimed, nil, "w2")
            case .attemptCount:
                log.add(.claimed, 1, "w1")
                log.add(.rescued, 1, "w1")
                log.add(.claimed, 1, "w2")
            case .notTheHolder:
                log.add(.claimed, 1, "w1")
                log.add(.rescued, 1, "w1")
                log.add(.claimed, 2, "w2")
                log.add(.completed, 1, "w1")
            case .strayEffect:
                log.add(.claimed, 1, "w1")
                log.add(.rescued, 1, "w1")
                log.add(.effect, 1, "w1", key: "e")
            case .effectTwice:
                log.add(.claimed, 1, "w1")
                log.add(.effect, 1, "w1", key: "e")
                log.add(.effect, 1, "w1", key: "e")
            case .effectMissing:
                log.add(.claimed, 1, "w1")
                log.add(.completed, 1, "w1", key: "e")
            case .afterTheEnd:
                log.add(.claimed, 1, "w1")
                log.add(.completed, 1, "w1")
                log.add(.claimed, 2, "w2")
            case .replayedAlive:
                log.add(.claimed, 1, "w1")
                log.add(.completed, 1, "w1")
                log.add(.replayed, 1)
            case .cancelIgnored:
                log.add(.claimed, 1, "w1")
                log.add(.cancelRequested, 1)
                log.add(.failed, 1, "w1")
            case .sharedKey: log.add(.enqueued, key: "k", job: "b")
            }
        }
        #expect(found == [rule])
    }

    @Test func effects_of_who_lost_the_job_and_after_a_cancel_are_noticed() {
        let zombie = rules { log in
            log.add(.enqueued)
            log.add(.claimed, 1, "w1")
            log.add(.rescued, 1, "w1")
            log.add(.claimed, 2, "w2")
            log.add(.effect, 1, "w1", key: "e")
        }
        #expect(zombie == [.strayEffect])
        let asked = rules { log in
            log.add(.enqueued)
            log.add(.claimed, 1, "w1")
            log.add(.cancelRequested, 1)
            log.add(.effect, 1, "w1", key: "e")
        }
        #expect(asked == [.strayEffect])
        let dead = rules { log in
            log.add(.enqueued)
            log.add(.claimed, 1, "w1")
            log.add(.dead, 1, "w1")
            log.add(.effect, 1, "w1", key: "e")
        }
        #expect(dead == [.strayEffect])
    }

    @Test func a_violation_names_the_job_the_events_and_says_it_in_words() throws {
        var log = Log()
        log.add(.enqueued)
        log.add(.claimed, 1, "w1")
        log.add(.claimed, 2, "w2")
        let found = try #require(HistoryChecker.violations(in: log.events, isDrained: false).first)
        #expect(found.job == "a")
        #expect(found.events == Array(log.events.suffix(2)))
        #expect(
            found.description
                == "overlappingLeases: job a was claimed in attempt 2 of worker w2 while it was held in attempt 1 of worker w1"
        )
    }

    @Test func many_jobs_are_checked_in_seconds() {
        var log = Log()
        for number in 0..<30_000 {
            let job = "job \(number)"
            log.add(.enqueued, key: "key \(number)", job: job)
            log.add(.claimed, 1, "w1", job: job)
            log.add(.effect, 1, "w1", key: "e", job: job)
            log.add(.completed, 1, "w1", key: "e", job: job)
        }
        let begun = ContinuousClock.now
        #expect(HistoryChecker.violations(in: log.events, isDrained: true) == [])
        // Optimised it is 0.1 s, and 1 s for a hundred thousand jobs; here the limit only tells n log n from n².
        #expect(ContinuousClock.now - begun < .seconds(60))
    }
}
