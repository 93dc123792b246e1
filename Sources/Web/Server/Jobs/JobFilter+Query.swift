import Jobs
import Routes

extension JobFilter {
    /// The filter of a query; nil when nothing can fit, because an id is looked for that no job can have.
    init?(_ query: JobsQuery) {
        self.init(place: query.status.map(JobPlace.init), kind: query.kind, queue: query.queue)
        guard let id = query.id else { return }
        guard let ids = JobFilter.ids(beginningWith: id) else { return nil }
        self.ids = ids
    }
}

extension JobPlace {
    init(_ status: JobStatus) {
        self =
            switch status {
            case .ready: .ready
            case .waiting: .waiting
            case .running: .running
            case .dead: .dead
            case .cancelled: .cancelled
            case .completed: .completed
            }
    }
}

extension JobStatus {
    init(_ place: JobPlace) {
        self =
            switch place {
            case .ready: .ready
            case .waiting: .waiting
            case .running: .running
            case .dead: .dead
            case .cancelled: .cancelled
            case .completed: .completed
            }
    }
}

extension JobAction {
    /// What a deed does with jobs; nil for those that are not about jobs.
    init?(_ deed: JobDeed?) {
        switch deed {
        case .cancel: self = .cancel
        case .replay: self = .replay
        case .discard: self = .discard
        case .pause, .resume, .enqueue, nil: return nil
        }
    }
}
