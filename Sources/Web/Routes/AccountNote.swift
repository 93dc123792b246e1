/// What was just done with an account, said on the page that follows.
package enum AccountNote: String, CaseIterable, Hashable, Sendable {
    case ended, password, company, factorOff, emailStays
}
