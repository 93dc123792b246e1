/// What is wrong with an address of the web, for a person to read.
package enum WebAddressProblem: String, Error, Sendable, Hashable, CustomStringConvertible {
    case malformed = "it is not an address of the web"
    case tooLong = "it is longer than 8,192 bytes"
    case scheme = "only https and http are asked"
    case credential = "an address must not carry a user or a password"
    case zone = "an address with a zone belongs to one machine"
    case host = "it names no host and port that can be asked"

    package var description: String { rawValue }
}
