import Foundation

/// Something to be put on record.
package struct AuditEvent: Sendable {
    let action: AuditAction
    let actor: AuditActor
    let subject: AuditSubject?
    let facts: String

    /// - Parameter facts: what else there is to know, in a few words each. Never a secret, and no name or address of a person:
    ///   the record cannot be changed when they want to be forgotten. At most about 3,000 bytes of JSON.
    package init(
        _ action: AuditAction, by actor: AuditActor, on subject: AuditSubject? = nil, facts: [String: String] = [:]
    ) {
        self.action = action
        self.actor = actor
        self.subject = subject
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A dictionary of texts can always be written.
        self.facts = (try? encoder.encode(facts)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}
