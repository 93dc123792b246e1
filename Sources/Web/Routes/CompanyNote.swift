/// What was just done with the company, for the page that follows to say.
package enum CompanyNote: String, CaseIterable, Sendable {
    case changed, judge, connected, replaced, revoked, tested
}
