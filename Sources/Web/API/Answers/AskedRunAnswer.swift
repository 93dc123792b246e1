package import Foundation

/// A run that was asked for.
package struct AskedRunAnswer: Sendable {
    private let connection: UUID
    private let wasAsked: Bool

    /// - Parameter wasAsked: a job that reads it was there already.
    package init(connection: UUID, wasAsked: Bool) {
        self.connection = connection
        self.wasAsked = wasAsked
    }

    package var bytes: [UInt8] {
        Envelope.object(meta: AnswerMeta(total: 1), capacity: 512) { data in
            data.field("source", connection)
            data.field("state", wasAsked ? "already_asked" : "asked")
        }
    }
}
