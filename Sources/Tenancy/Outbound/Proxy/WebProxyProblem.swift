/// Why a proxy cannot be used as it was named, for a person to read. Says nothing of what was written.
package enum WebProxyProblem: String, Error, Sendable, Hashable, CustomStringConvertible {
    case form =
        "it must be http://host:port, with user:password@ before the host if the proxy wants a sign-in, and nothing behind the port"
    case halfCredential = "user and password belong together; one of them is missing"
    case credentialForm =
        "user and password must be written with %XX for what is not plain, and without control characters; a user has no colon"

    package var description: String { rawValue }
}
