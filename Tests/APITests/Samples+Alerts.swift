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
        alerts: [alert(isBare: false), alert(isBare: true)], limit: 2, isCut: true,
        next: "817000000000000~00000000-0000-4000-8000-000000000001"
    ).bytes
    static let noAlerts = AlertsAnswer(alerts: [], limit: 100, isCut: false, next: nil).bytes
    static let alertAnswer = AlertAnswer(
        alert: alert(isBare: false),
        events: [
            AlertAnswer.Event(happenedAt: moment, kind: "opened", value: 3, person: nil, actor: nil),
            AlertAnswer.Event(happenedAt: moment, kind: "acknowledged", value: nil, person: id(42), actor: "person"),
            AlertAnswer.Event(happenedAt: moment, kind: "acknowledged", value: nil, person: nil, actor: "token"),
        ]
    ).bytes
    static let bareAlertAnswer = AlertAnswer(alert: alert(isBare: true), events: []).bytes
}
