package import Foundation

/// A connection, as the API says it.
package struct SourceFacts: Sendable {
    /// Its newest run that is over.
    package struct Run: Sendable {
        let id: UUID
        let state: String
        let cause: String?
        let verdict: String?
        let sentence: String?
        let isComplete: Bool
        let startedAt: Date
        let finishedAt: Date?
        let items: Int
        let new: Int
        let changed: Int
        let rejects: Int

        package init(
            id: UUID, state: String, cause: String?, verdict: String?, sentence: String?, isComplete: Bool,
            startedAt: Date,
            finishedAt: Date?, items: Int, new: Int, changed: Int, rejects: Int
        ) {
            self.id = id
            self.state = state
            self.cause = cause
            self.verdict = verdict
            self.sentence = sentence
            self.isComplete = isComplete
            self.startedAt = startedAt
            self.finishedAt = finishedAt
            self.items = items
            self.new = new
            self.changed = changed
            self.rejects = rejects
        }
    }

    let id: UUID
    let name: String
    let source: String
    let health: String
    let note: String?
    let checkedAt: Date?
    let everyMinutes: Int
    let isPaused: Bool
    /// Why the source is switched off; nil when it is not.
    let stop: String?
    let lastRun: Run?

    package init(
        id: UUID, name: String, source: String, health: String, note: String?, checkedAt: Date?, everyMinutes: Int,
        isPaused: Bool, stop: String?, lastRun: Run?
    ) {
        self.id = id
        self.name = name
        self.source = source
        self.health = health
        self.note = note
        self.checkedAt = checkedAt
        self.everyMinutes = everyMinutes
        self.isPaused = isPaused
        self.stop = stop
        self.lastRun = lastRun
    }
}
