package import Jobs

/// One job with what happened to it.
package struct JobAnswer: Sendable {
    private let job: JobFacts
    private let events: [JobTimelineRow]
    private let progress: JobProgressRow?
    private let arguments: RedactedArguments

    /// - Parameters:
    ///   - events: in the order they happened, at most ``JobTimelineRow/most``.
    ///   - arguments: of this job; texts of errors are shown without what they hide.
    package init(job: JobFacts, events: [JobTimelineRow], progress: JobProgressRow?, arguments: RedactedArguments) {
        self.job = job
        self.events = events
        self.progress = progress
        self.arguments = arguments
    }

    package var bytes: [UInt8] {
        JSONWriter.object(capacity: 4_096 + events.count * 512) { envelope in
            envelope.field("success", true)
            envelope.object("data") { data in
                data.field("id", job.id.rawValue)
                data.field("kind", job.kind)
                data.field("queue", job.queue)
                data.field("status", job.standing.place?.rawValue)
                data.field("since", job.standing.sinceDate)
                data.field("reason", job.standing.reason)
                data.field("stopping", job.standing.isStopping)
                data.field("attempts", job.standing.attempts)
                data.field("most_attempts", job.mostAttempts)
                data.field("created_at", job.createdAt)
                data.field("unique_key", job.uniqueKey)
                data.field("delay_seconds", job.delaySeconds)
                data.field("arguments", arguments.text)
                data.field("progress_done", progress?.done)
                data.field("progress_total", progress?.total)
                data.field("progress_note", (progress?.note).map(arguments.masking))
                data.array("events") { items in
                    for event in events { items.object { $0.event(event, arguments) } }
                }
                data.links(job: job.id)
            }
        }
    }
}

extension JSONFields {
    fileprivate mutating func event(_ event: JobTimelineRow, _ arguments: RedactedArguments) {
        field("at", event.happenedAt)
        field("event", event.event)
        field("attempt", event.attempt)
        field("detail", event.detail.map(arguments.masking))
        field("by_person", event.actedBy != nil)
    }
}
