/// Why a mail cannot be written. Never repeats what it is about.
package enum MailProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A control character in a header: whoever put it there meant to write a header of their own.
    case controlCharacter(header: String)
    /// The address is not one mail can be sent to.
    case noAddress

    package var description: String {
        switch self {
        case .controlCharacter(let header): "there is a control character in the header \(header)"
        case .noAddress: "the address is not one that mail can be sent to"
        }
    }
}
