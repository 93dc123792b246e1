package import Vault

/// The mail server that takes our mail, and how patient we are with it.
package struct SMTPServer: Sendable {
    package let host: String
    package let port: Int
    package let security: SMTPSecurity
    /// What we call ourselves in EHLO.
    package let ownName: String
    package let user: String?
    package let password: SecretBytes?
    /// A file of certificates to trust instead of the machine's; nil for those.
    package let certificates: String?
    /// Until the server has greeted us, encryption included.
    package var connectLimit = Duration.seconds(30)
    /// Until each further reply. In whole seconds, rounded up. Generous: what is given up after the message was sent may have
    /// been delivered.
    package var replyLimit = Duration.seconds(120)
    /// For all of it.
    package var totalLimit = Duration.seconds(300)
    /// The largest message that is sent, in bytes.
    package var mostBytes = 1_048_576
    /// Connections at once.
    package var mostConnections = 4

    /// - Parameters:
    ///   - url: `smtp://host` (587, STARTTLS) or `smtps://host` (465), with another port if wanted and nothing else.
    ///   - allowsClear: whether `smtp` goes on in the clear, without asking for encryption.
    ///   - ownName: a domain name.
    ///   - user: with a password; nil for a server that wants no sign-in.
    /// - Throws: a sentence that names neither user nor password.
    package init(
        url: String, allowsClear: Bool = false, ownName: String, user: String? = nil, password: SecretBytes? = nil,
        certificates: String? = nil
    ) throws(SMTPSettingProblem) {
        let schemes: [(String, SMTPSecurity, Int)] = [
            ("smtp://", allowsClear ? .none : .startTLS, 587), ("smtps://", .tls, 465),
        ]
        guard let (scheme, security, standardPort) = schemes.first(where: { url.lowercased().hasPrefix($0.0) }) else {
            throw .url
        }
        let place = url.dropFirst(scheme.count)
        let halves = place.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count), MailAddress("x@" + halves[0]) != nil else { throw .url }
        guard MailAddress("x@" + ownName) != nil else { throw .ownName }
        if halves.count == 2 {
            guard let number = Int(halves[1]), (1...65_535).contains(number) else { throw .url }
            port = number
        } else {
            port = standardPort
        }
        guard (user == nil) == (password == nil) else { throw .halfCredential }
        guard user == nil || security != .none else { throw .credentialInTheClear }
        host = String(halves[0])
        self.security = security
        self.ownName = ownName
        self.user = user
        self.password = password
        self.certificates = certificates
    }

    /// The address for libcurl, which takes the name for EHLO from the path.
    var url: String { "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)/\(ownName)" }
}

/// Why a mail server cannot be used as it was named, for a person to read.
package enum SMTPSettingProblem: Error, Sendable, CustomStringConvertible {
    case url
    case ownName
    case halfCredential
    case credentialInTheClear

    package var description: String {
        switch self {
        case .url: "it must be smtp://host, smtp://host:port or smtps:// likewise, without user, password or path"
        case .ownName: "the name to greet it with must be a domain name"
        case .halfCredential: "user and password belong together; one of them is missing"
        case .credentialInTheClear: "a password is not sent over a connection that is not encrypted"
        }
    }
}
