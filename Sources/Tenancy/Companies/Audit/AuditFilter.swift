package import Foundation

/// Which events somebody wants to see. Everything that is nil lets all through.
package struct AuditFilter: Sendable, Hashable {
    /// The word before the dot of the action.
    package var area: String?
    package var person: IdentityID?
    /// From this moment on.
    package var from: Date?
    /// Before this moment.
    package var until: Date?

    package init(area: String? = nil, person: IdentityID? = nil, from: Date? = nil, until: Date? = nil) {
        self.area = area
        self.person = person
        self.from = from
        self.until = until
    }
}
