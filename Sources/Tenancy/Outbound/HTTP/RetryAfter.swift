package import HTTPTypes

/// How long a server asks to wait (RFC 9110 §10.2.3): seconds, or a date by the server's own clock.
package enum RetryAfter {
    /// Longer than ten years is a slip.
    private static let most = 10 * 365 * 86_400

    /// Reads the field of an answer.
    /// - Parameter now: seconds since the Unix epoch, for an answer without a `Date`; a date is held against the server's own clock,
    ///   which need not be ours.
    /// - Returns: seconds, 0 for a moment that has passed; nil without the field and for what is neither form.
    package static func seconds(_ fields: HTTPFields, now: Int) -> Int? {
        guard let text = fields[.retryAfter], !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
            return min(Int(text) ?? most, most)
        }
        guard let until = HTTPDate.seconds(text) else { return nil }
        return min(max(0, until - (fields[.date].flatMap(HTTPDate.seconds) ?? now)), most)
    }
}
