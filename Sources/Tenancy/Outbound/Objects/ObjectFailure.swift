import Glibc

/// Why an object store did not do what it was asked, for a person to read. Says codes and our own words: what a store writes beside
/// its code quotes the request, key id and signature included.
package enum ObjectFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no such object.
    case missing
    /// The store said no.
    case refused(status: Int, code: String?)
    /// The store said not now.
    case busy(status: Int, code: String?)
    /// There is no whole answer.
    case web(WebFailure)
    /// The object is not the one that was put there.
    case altered
    /// A file of more bytes than may be.
    case tooLarge(Int, most: Int)
    /// A key that not everybody would understand alike.
    case key
    /// A file of this machine that cannot be read or written, by the number of the error.
    case file(Int32)

    /// Whether the same request may succeed a moment later.
    package var isTransient: Bool {
        switch self {
        case .busy: true
        case .web(let failure): failure.isTransient
        default: false
        }
    }

    /// Whether it is about this one object, and others may fare better.
    package var isAboutObject: Bool {
        switch self {
        case .missing, .altered, .tooLarge, .key, .file: true
        case .refused, .busy, .web: false
        }
    }

    package var description: String {
        switch self {
        case .missing: "there is no such object"
        case .refused(let status, let code): Self.sentence(status, code)
        case .busy(let status, let code): "the store has no time for us (\(Self.words(status, code)))"
        case .web(let failure): "\(failure)"
        case .altered: "the object is not the one that was put there"
        case .tooLarge(let bytes, let most): "the file has \(bytes) bytes; at most \(most) are put into a store"
        case .key: "the name is not one that a store can keep"
        case .file(let number): "a file of this machine cannot be used: \(String(cString: strerror(number)))"
        }
    }

    private static func sentence(_ status: Int, _ code: String?) -> String {
        let words = words(status, code)
        return switch code {
        case "SignatureDoesNotMatch": "the secret is not the one that belongs to the key id (\(words))"
        case "InvalidAccessKeyId": "the store does not know the key id (\(words))"
        case "AccessDenied": "the key may not do this (\(words))"
        case "NoSuchBucket": "there is no such bucket (\(words))"
        case "RequestTimeTooSkewed": "the clocks of this machine and of the store differ too much (\(words))"
        case "AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect":
            "the bucket is in another region or at another endpoint (\(words))"
        case "XAmzContentSHA256Mismatch", "BadDigest": "other bytes came there than were sent (\(words))"
        default: "the store said no (\(words))"
        }
    }

    private static func words(_ status: Int, _ code: String?) -> String {
        code.map { "\(status) \($0)" } ?? "\(status)"
    }
}
