import HTTPTypes

/// Tells which network a client is in, to count what is tried from there.
///
/// Clients behind a proxy that nobody told us about all seem to come from this machine or a private network. They cannot be
/// told apart, and counting them together would let one of them stop all others: they have no network.
struct ClientNetworks: Sendable {
    /// How many proxies of ours add to `X-Forwarded-For`. What stands before their entries was written by the client.
    let trustedProxies: Int

    private static let forwardedFor = HTTPField.Name("x-forwarded-for")

    /// An address of IPv4, or the first 64 bits of one of IPv6, which one client has to itself.
    ///
    /// - Parameter address: where the connection comes from, as text.
    func network(of headers: HTTPFields, from address: String?) -> String? {
        guard trustedProxies > 0 else { return address.flatMap { Self.network($0[...]) } }
        guard let name = Self.forwardedFor else { return nil }
        let entries = headers[values: name].joined(separator: ",").split(separator: ",")
        guard entries.count >= trustedProxies else { return nil }
        let entry = entries[entries.count - trustedProxies].drop { $0 == " " }.prefix { $0 != " " }
        return Self.network(entry)
    }

    private static func network(_ address: Substring) -> String? {
        // A zone such as %eth0 is no part of it.
        let text = address.prefix { $0 != "%" }
        if let four = four(text) { return network(ofFour: four) }
        guard let bytes = sixteen(text) else { return nil }
        // IPv4 inside IPv6.
        if bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255] {
            return network(ofFour: Array(bytes.suffix(4)))
        }
        let isLocal =
            bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] <= 1 || bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFE
        return isLocal ? nil : bytes.prefix(8).map { "\($0)" }.joined(separator: ":")
    }

    private static func four(_ text: Substring) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        return parts.count == 4 && !parts.contains(nil) ? parts.compactMap(\.self) : nil
    }

    private static func sixteen(_ text: Substring) -> [UInt8]? {
        func groups(_ text: Substring) -> [UInt8]? {
            var bytes: [UInt8] = []
            for group in text.split(separator: ":") {
                if let four = four(group) {
                    bytes += four
                } else if let number = UInt16(group, radix: 16) {
                    bytes += [UInt8(number >> 8), UInt8(number & 0xFF)]
                } else {
                    return nil
                }
            }
            return bytes
        }
        guard let gap = text.firstRange(of: "::") else { return groups(text).flatMap { $0.count == 16 ? $0 : nil } }
        guard let before = groups(text[..<gap.lowerBound]), let after = groups(text[gap.upperBound...]),
            before.count + after.count <= 14
        else { return nil }
        return before + Array(repeating: 0, count: 16 - before.count - after.count) + after
    }

    private static func network(ofFour bytes: [UInt8]) -> String? {
        switch (bytes[0], bytes[1]) {
        case (127, _), (10, _), (172, 16...31), (192, 168), (169, 254): nil
        default: bytes.map { "\($0)" }.joined(separator: ".")
        }
    }
}
