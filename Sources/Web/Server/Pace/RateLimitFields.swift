import Companies
import HTTPTypes

/// What tells a program how its allowance stands: the fields of the IETF's draft of RateLimit headers, and `Retry-After` for
/// whoever was refused.
enum RateLimitFields {
    private static let limit = HTTPField.Name("ratelimit-limit")
    private static let remaining = HTTPField.Name("ratelimit-remaining")
    private static let reset = HTTPField.Name("ratelimit-reset")
    private static let policy = HTTPField.Name("ratelimit-policy")

    static func set(_ allowance: RequestAllowance, isRefused: Bool, in headers: inout HTTPFields) {
        let fields: [(HTTPField.Name?, String)] = [
            (limit, "\(allowance.limit)"), (remaining, "\(allowance.remaining)"), (reset, "\(allowance.resetSeconds)"),
            (policy, "\(allowance.limit);w=60"),
        ]
        for case (let name?, let value) in fields { headers[name] = value }
        if isRefused { headers[.retryAfter] = "\(allowance.resetSeconds)" }
    }
}
