package import Vault

/// The proxy through which sources are read (HTTP `CONNECT`). It was named by an operator, so it may stand anywhere.
package struct WebProxy: Sendable {
    /// A name or an address; one of version 6 without brackets.
    package let host: String
    package let port: Int
    let user: SecretBytes?
    let password: SecretBytes?

    /// - Parameter setting: `http://host:port` or `http://user:password@host:port`. Taken for a secret as a whole.
    package init(_ setting: SecretBytes) throws(WebProxyProblem) {
        self = try setting.withBytes { bytes in
            Result { () throws(WebProxyProblem) in try WebProxy(reading: bytes) }
        }.get()
    }

    private init(reading bytes: UnsafeRawBufferPointer) throws(WebProxyProblem) {
        let scheme = "http://"
        guard bytes.count > scheme.utf8.count,
            String(decoding: bytes.prefix(scheme.utf8.count), as: UTF8.self).lowercased() == scheme
        else { throw .form }
        let rest = bytes.dropFirst(scheme.utf8.count)
        // A password may have an @ in it that nobody wrote as %40; a host has none.
        let sign = rest.lastIndex(of: UInt8(ascii: "@"))
        (host, port) = try Self.place(sign.map { rest[($0 + 1)...] } ?? rest)
        guard let sign else {
            (user, password) = (nil, nil)
            return
        }
        let credential = rest[..<sign]
        guard let colon = credential.firstIndex(of: UInt8(ascii: ":")), colon > credential.startIndex else {
            throw .halfCredential
        }
        let (user, password) = (
            try Self.plain(credential[..<colon]), try Self.plain(credential[(colon + 1)...])
        )
        guard !user.withBytes({ $0.contains(UInt8(ascii: ":")) }) else { throw .credentialForm }
        self.user = user
        self.password = password
    }

    private static func place(_ bytes: some Collection<UInt8>) throws(WebProxyProblem) -> (host: String, port: Int) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port), text[text.index(after: colon)...].allSatisfy(\.isNumber)
        else { throw .form }
        var host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed { host = host.dropFirst().dropLast() }
        let isAddress = NetworkAddress(String(host), port: port).map { $0.isIPv4 != isBracketed } ?? false
        guard isAddress || !isBracketed && MailAddress("x@" + host) != nil else { throw .form }
        return (host.lowercased(), port)
    }

    /// What percent signs stand for, without a `String` in between.
    private static func plain(_ bytes: Slice<UnsafeRawBufferPointer>) throws(WebProxyProblem) -> SecretBytes {
        var isPlain = true
        /// Hands over byte by byte.
        func decode(_ take: (UInt8) -> Void) {
            var place = bytes.startIndex
            while place < bytes.endIndex {
                var byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "%") {
                    guard place + 1 < bytes.endIndex, let high = Self.digit(bytes[place]),
                        let low = Self.digit(bytes[place + 1])
                    else {
                        isPlain = false
                        return
                    }
                    byte = high << 4 | low
                    place += 2
                }
                if byte < 0x20 || byte == 0x7F { isPlain = false }
                take(byte)
            }
        }
        var count = 0
        decode { _ in count += 1 }
        guard isPlain else { throw .credentialForm }
        return SecretBytes(count: count) { target in
            var place = 0
            decode {
                target[place] = $0
                place += 1
            }
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
