/// Why a connection was not made or changed.
package enum ConnectionFormProblem: Sendable, Hashable {
    case nameTaken, nameLength, incomplete, notConfirmed, outdated, tooLong
    /// The keys for stored logins cannot be used; nothing was stored.
    case keys

    func sentence(_ text: InterfaceText) -> String {
        switch self {
        case .nameTaken: text[.connectionNameTaken]
        case .nameLength: text[.connectionNameLength]
        case .incomplete: text[.connectionIncomplete]
        case .notConfirmed: text[.connectionNotConfirmed]
        case .outdated: text[.connectionOutdated]
        case .tooLong: text[.connectionTooLong]
        case .keys: text[.connectionKeys]
        }
    }
}
