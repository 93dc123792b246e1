import HTTPTypes
import NIOCore
import Vault

/// Who may read the metrics: whoever has the token, and outside of production a client on the same machine too.
///
/// In production a proxy on the same machine would make everybody local, so only the token counts there.
struct MetricsAccess: Sendable {
    /// SHA-256 of the token, so that neither its text nor its length is left to compare.
    private let token: [UInt8]?
    private let trustsLoopback: Bool

    /// What a proxy adds. A request with one of these comes from somewhere else than its connection.
    private static let forwarding = ["forwarded", "x-forwarded-for", "via"].compactMap { HTTPField.Name($0) }

    init(token: Redacted<String>?, isProduction: Bool) {
        self.token = token.map { sha256(Array($0.reveal().utf8)) }
        trustsLoopback = !isProduction
    }

    func isAllowed(_ headers: HTTPFields, from address: SocketAddress?) -> Bool {
        if let token, let presented = Self.bearer(headers) {
            return constantTimeEquals(sha256(Array(presented.utf8)), token)
        }
        return trustsLoopback && Self.isLoopback(address) && !Self.forwarding.contains { headers[$0] != nil }
    }

    private static func bearer(_ headers: HTTPFields) -> Substring? {
        guard let value = headers[.authorization], value.utf8.count <= 512, value.prefix(7).lowercased() == "bearer "
        else { return nil }
        return value.dropFirst(7)
    }

    /// 127.0.0.0/8, ::1, the former inside IPv6, and Unix sockets.
    private static func isLoopback(_ address: SocketAddress?) -> Bool {
        guard let address else { return false }
        guard let text = address.ipAddress else { return address.protocol == .unix }
        return text == "::1" || text.hasPrefix("127.") || text.hasPrefix("::ffff:127.")
    }
}
