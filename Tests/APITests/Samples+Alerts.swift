import API
import Foundation

extension Samples {
    private static func alert(isBare: Bool) -> AlertAnswerFacts {
        AlertAnswerFacts(
            id: id(41), metric: "source.failures", subject: isBare ? "" : nasty, name: isBare ? "" : nasty,
            severity: isBare ? "notice" : "critical", state: isBare ? "open" : "resolved", isSilenced: isBare,
            sentence: nasty, detail: isBare ? nil : nasty, value: 3, worst: 7.5, threshold: 3, unit: "count",
            openedAt: moment, acknowledgedAt: isBare ? nil : moment, resolvedAt: isBare ? nil : moment,
            resolution: isBare ? nil : "recovered", returns: 1)
    }

    static let alerts = AlertsAnswer(
        alerts: [alert(isBare: false), alert(isBare: true)], limit: 2, next: 1_763_683_200.25
    ).bytes
    static let noAlerts = AlertsAnswer(alerts: [], limit: 100, next: nil).bytes
    static let alertAnswer = AlertAnswer(
        alert: alert(isBare: false),
        events: [
            AlertAnswer.Event(happenedAt: moment, kind: "opened", value: 3, person: nil),
            AlertAnswer.Event(happenedAt: moment, kind: "acknowledged", value: nil, person: id(42)),
        ]
    ).bytes
    static let bareAlertAnswer = AlertAnswer(alert: alert(isBare: true), events: []).bytes
}
