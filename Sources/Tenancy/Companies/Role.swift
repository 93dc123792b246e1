/// What a member may do in a company. Twin of the check on `members.role` (parity test).
package enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Reads.
    case viewer
    /// Reads and decides.
    case analyst
    /// Connections, members, schedules.
    case admin
    /// Everything, including the plan and erasure.
    case owner

    package static func < (left: Role, right: Role) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}
