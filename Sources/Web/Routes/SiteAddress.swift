/// Where people reach this installation: what links in mails begin with. A setting, never what a request says its host is.
package struct SiteAddress: Hashable, Sendable, CustomStringConvertible {
    /// `https://host` or `https://host:port`, without a slash at the end.
    package let text: String
    /// The host alone.
    package let host: String

    /// - Parameters:
    ///   - text: a scheme, a host, perhaps a port, and nothing else but a slash at the end.
    ///   - allowsClear: whether `http` will do.
    /// - Returns: nil for anything else.
    package init?(_ text: String, allowsClear: Bool) {
        let schemes = ["https://"] + (allowsClear ? ["http://"] : [])
        let trimmed = text.hasSuffix("/") ? text.dropLast() : text[...]
        guard let scheme = schemes.first(where: { trimmed.lowercased().hasPrefix($0) }) else { return nil }
        let parts = trimmed.dropFirst(scheme.count).split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), Self.isHost(parts[0]) else { return nil }
        if parts.count == 2 {
            guard let port = Int(parts[1]), (1...65_535).contains(port), "\(port)" == parts[1] else { return nil }
        }
        host = parts[0].lowercased()
        self.text = scheme + trimmed.dropFirst(scheme.count).lowercased()
    }

    package var description: String { text }

    /// The whole address of a page.
    package func absolute(_ link: Link) -> String { text + link.text }

    private static func isHost(_ text: Substring) -> Bool {
        text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { byte in
                        byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                            || (0x61...0x7A).contains(byte)
                    }
            }
    }
}
