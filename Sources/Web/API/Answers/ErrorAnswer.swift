/// The answer to a request that failed: `{"success":false,"error":{"code","message","details":{"id"}}}`.
package struct ErrorAnswer: Hashable, Sendable {
    /// For programs: lower case with underscores, listed in the OpenAPI document.
    package let code: String
    /// A sentence for people. Says nothing of the cause.
    package let message: String
    /// Under what the cause is in the log.
    package let id: String

    package init(code: String, message: String, id: String) {
        self.code = code
        self.message = message
        self.id = id
    }

    package var bytes: [UInt8] {
        JSONWriter.object { envelope in
            envelope.field("success", false)
            envelope.object("error") { error in
                error.field("code", code)
                error.field("message", message)
                error.object("details") { $0.field("id", id) }
            }
        }
    }
}
