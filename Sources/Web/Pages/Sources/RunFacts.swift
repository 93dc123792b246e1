/// A run, as pages know it.
package struct RunFacts: Sendable {
    package let id: String
    package let connection: String
    package let connectionID: String
    package let state: ShownRunState
    package let verdict: ShownVerdict?
    package let sentence: String?
    package let isComplete: Bool
    package let startedAt: MomentStamp
    package let finishedAt: MomentStamp?
    package let items: Int
    package let new: Int
    package let changed: Int
    package let pages: Int
    package let records: Int
    package let rejects: Int
    package let requests: Int
    package let retries: Int
    package let unchanged: Int
    package let packedBytes: Int
    package let waitedSeconds: Double
    package let attempts: Int
    package let signIns: Int
    /// Answers by status, such as `200: 12, 304: 1`.
    package let statuses: String

    package init(
        id: String, connection: String, connectionID: String, state: ShownRunState, verdict: ShownVerdict?,
        sentence: String?,
        isComplete: Bool, startedAt: MomentStamp, finishedAt: MomentStamp?, items: Int, new: Int, changed: Int,
        pages: Int,
        records: Int, rejects: Int, requests: Int, retries: Int, unchanged: Int, packedBytes: Int,
        waitedSeconds: Double,
        attempts: Int, signIns: Int, statuses: String
    ) {
        self.id = id
        self.connection = connection
        self.connectionID = connectionID
        self.state = state
        self.verdict = verdict
        self.sentence = sentence
        self.isComplete = isComplete
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.items = items
        self.new = new
        self.changed = changed
        self.pages = pages
        self.records = records
        self.rejects = rejects
        self.requests = requests
        self.retries = retries
        self.unchanged = unchanged
        self.packedBytes = packedBytes
        self.waitedSeconds = waitedSeconds
        self.attempts = attempts
        self.signIns = signIns
        self.statuses = statuses
    }
}
