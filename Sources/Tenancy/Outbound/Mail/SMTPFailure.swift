import CLibcurl

/// Why a message was not handed over, and whether trying again may help. Says codes and our own words: what a server writes beside
/// its code may quote the message.
package struct SMTPFailure: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable {
        /// The server said no, for good (5xx), or the settings cannot work.
        case refused
        /// The server said not now (4xx).
        case deferred
        /// The server could not be reached, did not answer in time or went away. After the message was sent it may still have been
        /// delivered.
        case interrupted
    }

    package let kind: Kind
    /// The server's last reply code; nil if it did not come to one.
    package let replyCode: Int?
    /// Its enhanced status code, such as 4.2.0.
    package let status: String?
    package let description: String

    package var isFinal: Bool { kind == .refused }

    /// A message larger than what may be sent.
    static func tooLarge(_ bytes: Int, most: Int) -> SMTPFailure {
        SMTPFailure(kind: .refused, reply: nil, words: "the message has \(bytes) bytes; at most \(most) are sent")
    }

    /// What an end that is no success means.
    init(_ end: TransferEnd, reply: ServerReply?) {
        switch (reply?.code ?? 0, CURLcode(rawValue: end.code)) {
        case (500..., CURLE_LOGIN_DENIED):
            self.init(kind: .refused, reply: reply, words: "the server refused our sign-in")
        case (500..., _): self.init(kind: .refused, reply: reply, words: "the server refused the message")
        case (400..., _): self.init(kind: .deferred, reply: reply, words: "the server wants us to come again later")
        case (_, CURLE_LOGIN_DENIED):
            self.init(kind: .refused, reply: reply, words: "the server offers no sign-in that we know")
        case (_, CURLE_URL_MALFORMAT), (_, CURLE_UNSUPPORTED_PROTOCOL), (_, CURLE_NOT_BUILT_IN),
            (_, CURLE_BAD_FUNCTION_ARGUMENT), (_, CURLE_SSL_CACERT_BADFILE):
            self.init(kind: .refused, reply: reply, words: "libcurl cannot do this with these settings (\(end.code))")
        case (_, CURLE_USE_SSL_FAILED):
            self.init(kind: .interrupted, reply: reply, words: "the server offers no encryption, so nothing was sent")
        case (_, CURLE_PEER_FAILED_VERIFICATION):
            self.init(kind: .interrupted, reply: reply, words: "the server's certificate is not one to trust")
        case (_, CURLE_COULDNT_RESOLVE_HOST):
            self.init(kind: .interrupted, reply: reply, words: "the server's name is not known")
        case (_, CURLE_COULDNT_CONNECT):
            self.init(kind: .interrupted, reply: reply, words: "the server cannot be reached")
        case (_, CURLE_OPERATION_TIMEDOUT):
            self.init(kind: .interrupted, reply: reply, words: "the server did not answer in time")
        default:
            self.init(kind: .interrupted, reply: reply, words: "the connection to the server broke (\(end.code))")
        }
    }

    private init(kind: Kind, reply: ServerReply?, words: String) {
        self.kind = kind
        replyCode = reply?.code
        status = reply?.enhanced
        let codes = [reply.map { "\($0.code)" }, reply?.enhanced].compactMap(\.self).joined(separator: " ")
        description = codes.isEmpty || kind == .interrupted ? words : "\(words): \(codes)"
    }
}
