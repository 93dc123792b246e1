/// An alert, as pages are given it.
package struct AlertFacts: Sendable {
    package let id: String
    /// What is wrong, without a full stop; of the figure what it is called, and its limit.
    package let sentence: String
    package let figure: String
    package let limit: String
    package let latest: String
    package let worst: String
    package let detail: String?
    package let severity: ShownSeverity
    package let state: ShownAlertState
    package let openedAt: MomentStamp
    package let silencedUntil: MomentStamp?
    package let acknowledgedBy: String?
    package let resolvedAt: MomentStamp?
    /// How it ended, in a word of the catalogue.
    package let resolution: ShownResolution?
    package let returns: Int
    /// What it is about, where a page shows that.
    package let subject: AlertSubjectLink?

    package init(
        id: String, sentence: String, figure: String, limit: String, latest: String, worst: String, detail: String?,
        severity: ShownSeverity, state: ShownAlertState, openedAt: MomentStamp, silencedUntil: MomentStamp?,
        acknowledgedBy: String?, resolvedAt: MomentStamp?, resolution: ShownResolution?, returns: Int,
        subject: AlertSubjectLink?
    ) {
        self.id = id
        self.sentence = sentence
        self.figure = figure
        self.limit = limit
        self.latest = latest
        self.worst = worst
        self.detail = detail
        self.severity = severity
        self.state = state
        self.openedAt = openedAt
        self.silencedUntil = silencedUntil
        self.acknowledgedBy = acknowledgedBy
        self.resolvedAt = resolvedAt
        self.resolution = resolution
        self.returns = returns
        self.subject = subject
    }
}
