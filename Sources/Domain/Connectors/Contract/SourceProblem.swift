/// Why what a source answered cannot be used, for a person to read. Told apart because they mean different things: a site that changed
/// needs us, one that refuses needs a word with its owner.
package enum SourceProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// An address that is none of the source.
    case strangePlace
    /// Another kind of answer than the one that was asked for: a page where a feed should be, a sign-in where a list should be.
    case wrongShape(expected: String, found: String)
    /// Not there.
    case missing
    /// The login is not right. Told once, not tried again.
    case wrongLogin
    /// Nobody sells to this place.
    case notServed
    /// The session is over, or was never begun.
    case signedOut
    /// The source does not understand us any more.
    case notUnderstood(status: Int)

    package var description: String {
        switch self {
        case .strangePlace: "it leads to an address that is none of this source"
        case .wrongShape(let expected, let found): "there should be \(expected), and there is \(found)"
        case .missing: "it is not there any more"
        case .wrongLogin: "the source does not know this login"
        case .notServed: "nobody delivers to this place"
        case .signedOut: "the session is over"
        case .notUnderstood(let status): "the source does not understand the question (\(status))"
        }
    }
}
