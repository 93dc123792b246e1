/// A query item that had no effect, so that a page or API answer can say so instead of guessing.
package struct IgnoredParameter: Hashable, Sendable {
    package enum Reason: String, Sendable {
        /// No such parameter here.
        case unknown
        /// Given more than once; the first one counts.
        case repeated
        /// Not one of the allowed values, out of range, too long or wrongly encoded.
        case badValue = "bad_value"
    }

    /// The name as it came, decoded where possible. Text from outside.
    package let name: String
    /// The value as it came; empty if its encoding was broken. Text from outside.
    package let value: String
    package let reason: Reason

    package init(name: String, value: String, reason: Reason) {
        self.name = name
        self.value = value
        self.reason = reason
    }
}
