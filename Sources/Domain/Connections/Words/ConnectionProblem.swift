/// What can go wrong with connections, for a person to read. No secret and no value of a setting is in it.
package enum ConnectionProblem: Error, Sendable, Equatable, CustomStringConvertible {
    /// No such connection in this company, or it is revoked.
    case unknown
    case nameTaken(String)
    case nameLength
    /// A setting whose name sounds like a secret: secrets are given as secrets.
    case settingSoundsSecret(String)
    case settingsTooLong
    /// A connection without any secret, or one with an empty one.
    case noSecret
    /// The secrets asked for are not stored.
    case notStored
    /// The person did not confirm that the company may use the login this way.
    case notConfirmed
    /// The text of the confirmation has changed since the person read it.
    case confirmationOutdated

    package var description: String {
        switch self {
        case .unknown: "There is no such connection."
        case .nameTaken(let name): "There is already a connection called \(name) with this source."
        case .nameLength: "A connection's name has 1 to 200 characters."
        case .settingSoundsSecret(let key): "The setting \(key) sounds like a secret; give it as a credential."
        case .settingsTooLong: "The settings are too long."
        case .noSecret: "Fill in all fields of the login."
        case .notStored: "This connection has no stored login of that kind; replace its credentials."
        case .notConfirmed: "Confirm that the company may use the login this way."
        case .confirmationOutdated: "The terms have changed; read and confirm them again."
        }
    }
}
