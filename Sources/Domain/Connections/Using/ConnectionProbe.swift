package import Foundation

/// Tries the credentials of one kind of source. Connectors bring these.
package protocol ConnectionProbe: Sendable {
    /// Signs in, or asks the cheapest question that needs the credentials, and says what came of it.
    /// - Parameter secrets: wiped when this returns.
    func probe(_ connection: ConnectionFacts, with secrets: ConnectionSecrets) async -> ProbeVerdict
}

/// What trying credentials came to.
package struct ProbeVerdict: Sendable, Hashable {
    package let health: ConnectionHealth
    /// A sentence for the company's admins. Never a secret.
    package let note: String?
    /// When the credentials or the session end, if the source says so.
    package let expiresAt: Date?

    package init(health: ConnectionHealth, note: String?, expiresAt: Date? = nil) {
        self.health = health
        self.note = note
        self.expiresAt = expiresAt
    }
}
