package import Foundation

/// An alert with what happened to it.
package struct AlertAnswer: Sendable {
    /// Something that happened.
    package struct Event: Sendable {
        let happenedAt: Date
        let kind: String
        let value: Double?
        let person: UUID?
        let actor: String?

        package init(happenedAt: Date, kind: String, value: Double?, person: UUID?, actor: String?) {
            self.happenedAt = happenedAt
            self.kind = kind
            self.value = value
            self.person = person
            self.actor = actor
        }
    }

    private let alert: AlertAnswerFacts
    private let events: [Event]

    package init(alert: AlertAnswerFacts, events: [Event]) {
        self.alert = alert
        self.events = events
    }

    package var bytes: [UInt8] {
        Envelope.object(meta: AnswerMeta(total: 1), capacity: 2_048) { data in
            data.alert(alert)
            data.array("events") { items in
                for event in events {
                    items.object { fields in
                        fields.field("happened_at", event.happenedAt)
                        fields.field("kind", event.kind)
                        fields.field("value", event.value)
                        fields.field("person", event.person)
                        fields.field("actor", event.actor)
                    }
                }
            }
        }
    }
}
