/// Why a token was not made.
package enum APITokenProblem: Error, Sendable, Hashable {
    /// No name, or one of more than 100 characters.
    case name
    case noScope
    /// Not 1 to 365 days.
    case days
    /// The company has as many living tokens as it may have.
    case tooMany
}
