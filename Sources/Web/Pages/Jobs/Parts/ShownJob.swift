package import Routes

/// The facts of a job, as its page shows them.
package struct ShownJob: Sendable {
    package var id: String
    package var kind: String
    /// Its slug, where jobs of several companies are looked at.
    package var company: String?
    package var queue: String
    package var delaySeconds: Int
    package var uniqueKey: String?
    package var mostAttempts: Int
    package var made: MomentStamp
    package var status: JobStatus?
    /// Since when it stands there; when it is due, for a waiting one.
    package var since: MomentStamp?
    package var attempts: Int
    package var reason: String?
    package var isStopping: Bool

    package init(
        id: String, kind: String, company: String?, queue: String, delaySeconds: Int, uniqueKey: String?,
        mostAttempts: Int, made: MomentStamp, status: JobStatus?, since: MomentStamp?, attempts: Int, reason: String?,
        isStopping: Bool
    ) {
        self.id = id
        self.kind = kind
        self.company = company
        self.queue = queue
        self.delaySeconds = delaySeconds
        self.uniqueKey = uniqueKey
        self.mostAttempts = mostAttempts
        self.made = made
        self.status = status
        self.since = since
        self.attempts = attempts
        self.reason = reason
        self.isStopping = isStopping
    }
}
