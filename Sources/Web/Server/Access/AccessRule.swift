import Companies
import HTTPTypes

/// What holds for a route.
struct AccessRule: Sendable {
    let method: HTTPRequest.Method
    /// As the router has it.
    let pattern: String
    let access: Access
    /// What it puts on record when it did what was asked: one event of one of these, or, for signing in and passwords, one of each.
    let records: [AuditAction]
    /// Why a route that changes something puts nothing on record.
    let silence: String?

    static func get(_ pattern: some RawRepresentable<String>, _ access: Access) -> AccessRule {
        AccessRule(method: .get, pattern: pattern.rawValue, access: access, records: [], silence: nil)
    }

    static func post(
        _ pattern: some RawRepresentable<String>, _ access: Access, _ records: AuditAction...
    ) -> AccessRule {
        AccessRule(method: .post, pattern: pattern.rawValue, access: access, records: records, silence: nil)
    }

    static func post(_ pattern: some RawRepresentable<String>, _ access: Access, silent reason: String) -> AccessRule {
        AccessRule(method: .post, pattern: pattern.rawValue, access: access, records: [], silence: reason)
    }
}
