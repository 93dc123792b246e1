/// Where a process is killed in the middle of its work.
enum DrillPoint: String, Codable, Sendable, CaseIterable {
    // Points a handler reaches; it kills its own process there.
    case afterClaim, beforeEffect, beforeCommit, afterCommit
    // Points inside a statement; the database holds the statement there until the process is killed.
    case duringClaim, duringHeartbeat, duringRescue, duringDeadLetter, duringSlot, duringAcknowledgement

    /// Those that `StatementGates` can hold.
    static let statements: [DrillPoint] = [
        .duringClaim, .duringHeartbeat, .duringRescue, .duringDeadLetter, .duringSlot, .duringAcknowledgement,
    ]

    static let handlers: [DrillPoint] = [.afterClaim, .beforeEffect, .beforeCommit, .afterCommit]
}
