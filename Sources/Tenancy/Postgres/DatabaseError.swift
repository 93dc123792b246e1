/// What the server, or the way to it, answered instead of rows.
///
/// Carries the SQLSTATE and the call site for the log; never a parameter value, a DETAIL line or the connection string.
package struct DatabaseError: Error, Sendable, CustomStringConvertible {
    package let state: SQLState
    package let message: String
    package let constraint: String?
    package let table: String?
    package let site: CallSite?
    /// The statement's text with `$n` in place of values.
    package let statement: String?

    package init(
        state: SQLState, message: String, constraint: String? = nil, table: String? = nil, site: CallSite? = nil,
        statement: String? = nil
    ) {
        self.state = state
        self.message = Self.withoutValues(message, state: state)
        self.constraint = constraint
        self.table = table
        self.site = site
        self.statement = statement
    }

    package var description: String {
        var parts = ["\(state.rawValue) \(message)"]
        if let constraint { parts.append("constraint \(constraint)") }
        if let site { parts.append("at \(site)") }
        return parts.joined(separator: ", ")
    }

    /// Whether running the whole transaction again may succeed.
    package var isRetryable: Bool {
        state == .serializationFailure || state == .deadlockDetected || state == .stalePlan
            || state == .unknownStatement
    }

    /// Whether the connection is gone.
    package var isConnectionLoss: Bool { state.isConnectionLoss }

    /// Data exceptions (class 22) quote the offending value; the quotation is dropped.
    private static func withoutValues(_ message: String, state: SQLState) -> String {
        guard state.rawValue.hasPrefix("22"), let first = message.firstIndex(of: "\"") else { return message }
        let last = message.lastIndex(of: "\"") ?? first
        return message[..<first] + "\"…\"" + message[message.index(after: last)...]
    }
}
