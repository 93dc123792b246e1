/// The answer to "are you there?".
package struct HealthAnswer: Hashable, Sendable {
    /// `ok`.
    package let status: String
    /// Of the program.
    package let version: String

    package init(status: String, version: String) {
        self.status = status
        self.version = version
    }

    package var bytes: [UInt8] {
        Envelope.object(meta: AnswerMeta(total: 1), capacity: 256) { data in
            data.field("status", status)
            data.field("version", version)
        }
    }
}
