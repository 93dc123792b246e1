package import Foundation

/// An alert, as the API says it.
package struct AlertAnswerFacts: Sendable {
    let id: UUID
    let metric: String
    let subject: String
    let name: String
    let severity: String
    let state: String
    let isSilenced: Bool
    let sentence: String
    let detail: String?
    let value: Double
    let worst: Double
    let threshold: Double
    let unit: String
    let openedAt: Date
    let acknowledgedAt: Date?
    let resolvedAt: Date?
    let resolution: String?
    let returns: Int

    package init(
        id: UUID, metric: String, subject: String, name: String, severity: String, state: String, isSilenced: Bool,
        sentence: String, detail: String?, value: Double, worst: Double, threshold: Double, unit: String,
        openedAt: Date, acknowledgedAt: Date?, resolvedAt: Date?, resolution: String?, returns: Int
    ) {
        self.id = id
        self.metric = metric
        self.subject = subject
        self.name = name
        self.severity = severity
        self.state = state
        self.isSilenced = isSilenced
        self.sentence = sentence
        self.detail = detail
        self.value = value
        self.worst = worst
        self.threshold = threshold
        self.unit = unit
        self.openedAt = openedAt
        self.acknowledgedAt = acknowledgedAt
        self.resolvedAt = resolvedAt
        self.resolution = resolution
        self.returns = returns
    }
}

extension JSONFields {
    mutating func alert(_ facts: AlertAnswerFacts) {
        field("id", facts.id)
        field("metric", facts.metric)
        field("subject", facts.subject)
        field("name", facts.name)
        field("severity", facts.severity)
        field("state", facts.state)
        field("silenced", facts.isSilenced)
        field("sentence", facts.sentence)
        field("detail", facts.detail)
        field("value", facts.value)
        field("worst", facts.worst)
        field("threshold", facts.threshold)
        field("unit", facts.unit)
        field("opened_at", facts.openedAt)
        field("acknowledged_at", facts.acknowledgedAt)
        field("resolved_at", facts.resolvedAt)
        field("resolution", facts.resolution)
        field("returns", facts.returns)
        field("page", PathValue(.alertPage, facts.id))
    }
}
