/// What came of confirming a change of address. Twin of what `auth_confirm_email_change` answers.
package enum EmailChangeOutcome: String, Sendable {
    /// The address is another one now.
    case changed
    /// The other address has not confirmed yet.
    case waiting
    /// The link is of no use (any more), or somebody has the new address by now.
    case dead
}
