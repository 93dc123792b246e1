/// What a person does for the platform. Twin of the check on `identities.staff_role` (parity test). No role in a company
/// gives one, and none of these gives access to a company's data.
package enum StaffRole: String, Sendable, Hashable, CaseIterable {
    /// Decides matches.
    case reviewer
    /// Looks after jobs, sources and incidents.
    case `operator`
}
