/// What is known of one job while its history is read.
struct JobLife {
    private enum Stage: Equatable {
        /// Ready or waiting, after so many attempts that count; `nil` when the log does not say.
        case idle(attempts: Int?)
        case held
        case completed, cancelled, dead
    }

    let enqueued: HistoryEvent
    private(set) var latest: HistoryEvent
    private var stage = Stage.idle(attempts: 0)
    /// The claim of the attempt that holds the job or held it last.
    private var holder: HistoryEvent?
    private var cancelRequest: HistoryEvent?
    private var effects: [String: HistoryEvent] = [:]
    /// The end that has to have an effect beside it. It may come second, as both are one transaction.
    private var owed: HistoryEvent?

    init(enqueued: HistoryEvent) {
        self.enqueued = enqueued
        latest = enqueued
    }

    var isFinal: Bool { stage == .completed || stage == .cancelled || stage == .dead }

    var uniqueKey: UniqueKey? { enqueued.key.map { UniqueKey(company: enqueued.company, key: $0) } }

    /// An effect that was promised by an end and did not come with it.
    var missingEffect: HistoryViolation? {
        guard let owed, let key = owed.key, effects[key] == nil else { return nil }
        return violation(.effectMissing, owed, "was completed without its effect \(key)")
    }

    mutating func take(_ event: HistoryEvent) -> [HistoryViolation] {
        defer { latest = event }
        switch event.what {
        case .enqueued, .fenced: return []
        case .claimed: return claim(event)
        case .effect: return effect(event)
        case .completed: return complete(event)
        case .failed, .snoozed, .released, .rescued: return goOn(event)
        case .cancelRequested: return requestCancel(event)
        case .cancelled, .dead: return end(event)
        case .replayed: return replay(event)
        }
    }

    private mutating func claim(_ event: HistoryEvent) -> [HistoryViolation] {
        var found: [HistoryViolation] = []
        var expected: Int?
        switch stage {
        case .held:
            found.append(
                violation(.overlappingLeases, event, "was claimed\(by(event)) while it was held\(by(holder ?? latest))")
            )
        case .completed, .cancelled, .dead:
            found.append(violation(.afterTheEnd, event, "was claimed although it had ended"))
        case .idle(let attempts): expected = attempts.map { $0 + 1 }
        }
        if let expected, let attempt = event.attempt, attempt != expected {
            found.append(violation(.attemptCount, event, "was claimed for attempt \(attempt), \(expected) was next"))
        }
        stage = .held
        holder = event
        cancelRequest = nil
        return found
    }

    private mutating func effect(_ event: HistoryEvent) -> [HistoryViolation] {
        var found: [HistoryViolation] = []
        if let key = event.key {
            if let first = effects[key] {
                found.append(violation(.effectTwice, event, "had the effect \(key) twice", since: first))
            } else {
                effects[key] = event
            }
        }
        switch stage {
        case .held, .completed:
            // The end and its effects are one transaction, and a log may name either first.
            if !isHolder(event) {
                found.append(
                    violation(.strayEffect, event, "had an effect\(by(event)), which did not hold it"))
            }
            if let cancelRequest {
                found.append(
                    violation(.strayEffect, event, "had an effect after it was asked to stop", since: cancelRequest))
            }
        case .idle, .cancelled, .dead:
            found.append(violation(.strayEffect, event, "had an effect while no attempt held it"))
        }
        return found
    }

    private mutating func complete(_ event: HistoryEvent) -> [HistoryViolation] {
        let found = authority(event)
        stage = .completed
        owed = event
        return found
    }

    /// The ends of attempts after which a job goes on.
    private mutating func goOn(_ event: HistoryEvent) -> [HistoryViolation] {
        var found = authority(event)
        if stage == .held, let cancelRequest {
            found.append(
                violation(
                    .cancelIgnored, event, "was asked to stop and is \(event.what.rawValue) instead",
                    since: cancelRequest))
        }
        let counts = event.what == .failed || event.what == .rescued
        let attempt = stage == .held ? holder?.attempt ?? event.attempt : event.attempt
        stage = .idle(attempts: attempt.map { counts ? $0 : $0 - 1 })
        cancelRequest = nil
        return found
    }

    private mutating func requestCancel(_ event: HistoryEvent) -> [HistoryViolation] {
        guard stage == .held else {
            return [violation(.afterTheEnd, event, "was asked to stop while no attempt held it")]
        }
        cancelRequest = cancelRequest ?? event
        return []
    }

    private mutating func end(_ event: HistoryEvent) -> [HistoryViolation] {
        let found: [HistoryViolation]
        switch stage {
        case .held: found = authority(event)
        case .idle where event.worker == nil && event.what == .cancelled: found = []
        // Discarded by a person.
        case .dead where event.worker == nil && event.what == .cancelled: found = []
        case .idle: found = [violation(.notTheHolder, event, "was ended\(by(event)) while no attempt held it")]
        case .completed, .cancelled, .dead:
            found = [violation(.afterTheEnd, event, "is \(event.what.rawValue) although it had ended")]
        }
        stage = event.what == .dead ? .dead : .cancelled
        return found
    }

    private mutating func replay(_ event: HistoryEvent) -> [HistoryViolation] {
        let isAllowed = stage == .dead || stage == .cancelled
        let found =
            isAllowed
            ? [] : [violation(.replayedAlive, event, "was replayed although it was neither dead nor cancelled")]
        stage = .idle(attempts: 0)
        holder = nil
        cancelRequest = nil
        return found
    }

    /// Whether an end of an attempt is said by the one that holds the job.
    private func authority(_ event: HistoryEvent) -> [HistoryViolation] {
        switch stage {
        case .completed, .cancelled, .dead:
            [violation(.afterTheEnd, event, "is \(event.what.rawValue)\(by(event)) although it had ended")]
        case .idle:
            [violation(.notTheHolder, event, "is \(event.what.rawValue)\(by(event)) while no attempt held it")]
        case .held where !isHolder(event):
            [
                violation(
                    .notTheHolder, event,
                    "is \(event.what.rawValue)\(by(event)) while it was held\(by(holder ?? latest))")
            ]
        case .held: []
        }
    }

    private func isHolder(_ event: HistoryEvent) -> Bool {
        guard let holder else { return false }
        func agree<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
            guard let one, let other else { return true }
            return one == other
        }
        return agree(holder.attempt, event.attempt) && agree(holder.worker, event.worker)
    }

    private func by(_ event: HistoryEvent) -> String {
        let attempt = event.attempt.map { " in attempt \($0)" } ?? ""
        return attempt + (event.worker.map { " of worker \($0)" } ?? "")
    }

    private func violation(
        _ rule: HistoryViolation.Rule, _ event: HistoryEvent, _ sentence: String, since: HistoryEvent? = nil
    ) -> HistoryViolation {
        let before = since ?? (stage == .held ? holder : nil) ?? latest
        return HistoryViolation(
            rule: rule, job: enqueued.job, events: before == event ? [event] : [before, event], sentence: sentence)
    }
}
