/// What was just done with members, said on the page that follows.
package enum MembersNote: String, CaseIterable, Hashable, Sendable {
    case role, removed, invited, withdrawn
}
