extension Link {
    /// The longest URL taken from outside, in bytes. Longer ones are not links but attacks or mistakes.
    static let longestOutsideURL = 2048

    /// A URL of another site, as a source gave it, or nil if it is not plain `http` or `https`.
    ///
    /// Control characters, spaces and backslashes are refused because browsers repair them in surprising ways.
    package static func external(_ text: String) -> Link? {
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), isPlain(text) else { return nil }
        return Link(trusted: text)
    }

    /// A path of this site given by a browser (the `next` of sign-in), or nil if it could lead anywhere else.
    ///
    /// `//host`, `/\host` and anything with a scheme are refused: an open redirect is the usual way to phish a sign-in.
    package static func local(_ text: String) -> Link? {
        let bytes = Array(text.utf8.prefix(2))
        guard bytes.first == UInt8(ascii: "/"), isPlain(text) else { return nil }
        if bytes.count > 1, bytes[1] == UInt8(ascii: "/") { return nil }
        return Link(trusted: text)
    }

    /// Printable ASCII without space, quotes, angle brackets or backslash, and of bounded length.
    private static func isPlain(_ text: String) -> Bool {
        guard text.utf8.count <= longestOutsideURL else { return false }
        return text.utf8.allSatisfy { byte in
            byte > 0x20 && byte < 0x7F && !refused.contains(byte)
        }
    }

    private static let refused: Set<UInt8> = Set("\\\"'<>`".utf8)
}
