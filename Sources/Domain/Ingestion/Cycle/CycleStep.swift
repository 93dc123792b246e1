package import Connections
package import Foundation
package import Jobs

/// A step of a cycle.
package struct CycleStep: Sendable {
    /// Twin of the check on `cycle_steps.step` (parity test).
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case read, match, score, forecast
    }

    package let kind: Kind
    package let connection: ConnectionID?
    package let job: JobID
    /// When it starts at the latest; nil for what waits for nobody.
    package let startsBy: Date?

    package init(_ kind: Kind, connection: ConnectionID? = nil, job: JobID, startsBy: Date? = nil) {
        self.kind = kind
        self.connection = connection
        self.job = job
        self.startsBy = startsBy
    }
}
