import Routes

extension InterfaceText {
    func word(for status: JobStatus?) -> String {
        switch status {
        case .ready: self[.jobReady]
        case .waiting: self[.jobWaiting]
        case .running: self[.jobRunning]
        case .dead: self[.jobDead]
        case .cancelled: self[.jobCancelled]
        case .completed: self[.jobCompleted]
        case nil: self[.jobMoving]
        }
    }

    /// "to try again"; nothing for a word the database has and this version does not.
    func waitReason(_ word: String?) -> String? {
        switch word {
        case "scheduled": self[.jobReasonScheduled]
        case "retry": self[.jobReasonRetry]
        case "snoozed": self[.jobReasonSnoozed]
        case "blocked": self[.jobReasonBlocked]
        default: nil
        }
    }

    /// "12 408", "more than 4 000".
    func capped(_ number: Int, most: Int) -> String {
        number > most ? fill(.jobsMoreThan, ["count": NumberText.whole(most)]) : NumberText.whole(number)
    }

    /// A count with its words, "more than" when it was counted no further.
    func capped(_ number: Int, most: Int, one: TextKey, other: TextKey) -> String {
        number > most ? fill(other, ["count": capped(number, most: most)]) : count(number, one: one, other: other)
    }

    /// What an action before this page did.
    func sentence(of note: JobOutcomeNote) -> String {
        switch note.deed {
        case .cancel, .replay, .discard:
            guard note.count > 0 else { return self[.jobsDidNothing] }
            return switch note.deed {
            case .cancel: count(note.count, one: .jobsDidCancelOne, other: .jobsDidCancelOther)
            case .replay: count(note.count, one: .jobsDidReplayOne, other: .jobsDidReplayOther)
            default: count(note.count, one: .jobsDidDiscardOne, other: .jobsDidDiscardOther)
            }
        case .pause: return self[.jobsDidPause]
        case .resume: return self[.jobsDidResume]
        case .enqueue: return self[.jobsDidEnqueue]
        }
    }

    /// A filter in words: "dead · price_check · standard".
    func words(of query: JobsQuery) -> String {
        let parts = [query.status.map { word(for: $0) }, query.kind, query.queue, query.company, query.id]
            .compactMap(\.self)
        return parts.isEmpty ? self[.jobsConfirmEverything] : parts.joined(separator: " · ")
    }
}
