/// What came of confirming.
package enum SignUpOutcome: Sendable, Equatable {
    /// There is a company now.
    case made(CompanyID)
    /// It is not the password that was chosen.
    case wrong
    /// The link is of no use (any more).
    case dead
}
