/// How a connection to a mail server is protected.
package enum SMTPSecurity: String, Sendable, Hashable {
    /// Begins in the clear and goes on encrypted before anything is said that matters; ends if the server cannot.
    case startTLS
    /// Encrypted from the first byte.
    case tls
    /// In the clear. For development only, and never with a password.
    case none
}
