/// The connections of a company with the state of each.
package struct SourcesAnswer: Sendable {
    private let connections: [SourceFacts]

    package init(connections: [SourceFacts]) { self.connections = connections }

    package var bytes: [UInt8] {
        Envelope.list(meta: AnswerMeta(total: connections.count), capacity: 512 + connections.count * 1_024) { data in
            for connection in connections { data.object { $0.connection(connection) } }
        }
    }
}

extension JSONFields {
    fileprivate mutating func connection(_ facts: SourceFacts) {
        field("id", facts.id)
        field("name", facts.name)
        field("source", facts.source)
        field("health", facts.health)
        field("note", facts.note)
        field("checked_at", facts.checkedAt)
        field("every_minutes", facts.everyMinutes)
        field("paused", facts.isPaused)
        field("stopped", facts.stop)
        if let run = facts.lastRun {
            object("last_run") { $0.run(run) }
        } else {
            field("last_run", String?.none)
        }
        field("page", PathValue(.sourcePage, facts.id))
    }

    private mutating func run(_ run: SourceFacts.Run) {
        field("id", run.id)
        field("state", run.state)
        field("cause", run.cause)
        field("verdict", run.verdict)
        field("sentence", run.sentence)
        field("complete", run.isComplete)
        field("started_at", run.startedAt)
        field("finished_at", run.finishedAt)
        field("items", run.items)
        field("new", run.new)
        field("changed", run.changed)
        field("rejects", run.rejects)
        field("page", PathValue(.runPage, run.id))
    }
}
