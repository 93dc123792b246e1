/// The answer of a process that cannot serve people yet, or for a while.
package struct NotReadyAnswer: Hashable, Sendable {
    /// What was looked at and found wanting.
    package enum Check: String, CaseIterable, Sendable {
        case database, schema
    }

    package let check: Check
    /// Under what the cause is in the log.
    package let id: String

    package init(check: Check, id: String) {
        self.check = check
        self.id = id
    }

    package var bytes: [UInt8] {
        JSONWriter.object { envelope in
            envelope.field("success", false)
            envelope.object("error") { error in
                error.field("code", "not_ready")
                error.field("message", message)
                error.object("details") { details in
                    details.field("check", check.rawValue)
                    details.field("id", id)
                }
            }
        }
    }

    private var message: String {
        switch check {
        case .database: "The database does not answer in time."
        case .schema: "The database has no schema."
        }
    }
}
