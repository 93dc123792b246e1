import CLibcurl

/// An absolute address of the web as it is about to be asked, taken apart by the same parser that connects (libcurl's), so that the
/// two cannot understand it differently.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// `https` or `http`.
    package let scheme: String
    /// In lower case; an address of version 6 in brackets.
    package let host: String
    package let port: Int
    /// Begins with `/`; with the query, without the fragment.
    package let pathAndQuery: String

    /// Scheme, host and port: what robots.txt and budgets belong to.
    package var origin: String { "\(scheme)://\(host):\(port)" }

    package var description: String {
        let isStandard = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(host)\(isStandard ? "" : ":\(port)")\(pathAndQuery)"
    }

    private init(scheme: String, host: String, port: Int, pathAndQuery: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.pathAndQuery = pathAndQuery
    }

    /// The same server at another place.
    /// - Parameter pathAndQuery: begins with `/`; without blanks and control characters.
    package func at(_ pathAndQuery: some StringProtocol) -> WebAddress {
        WebAddress(scheme: scheme, host: host, port: port, pathAndQuery: String(pathAndQuery))
    }

    /// - Parameter text: an absolute address.
    /// - Throws: what is wrong with it. Names in it (`user@`), zones and control characters are refused, not cleaned away.
    package init(_ text: String) throws(WebAddressProblem) {
        guard text.utf8.count <= 8_192 else { throw .tooLong }
        guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { throw .malformed }
        guard let url = curl_url() else { throw .malformed }
        defer { curl_url_cleanup(url) }
        // 7.88 knows many more schemes than are wanted here.
        guard curl_url_set(url, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK else {
            throw .malformed
        }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &value, UInt32(flags)) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        guard let scheme = part(CURLUPART_SCHEME)?.lowercased(), ["https", "http"].contains(scheme) else {
            throw .scheme
        }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else { throw .credential }
        guard part(CURLUPART_ZONEID) == nil else { throw .zone }
        guard let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty, !host.hasSuffix("."),
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) }), (1...65_535).contains(port)
        else { throw .host }
        self.scheme = scheme
        self.host = host
        self.port = port
        let query = part(CURLUPART_QUERY).map { "?\($0)" } ?? ""
        pathAndQuery = (part(CURLUPART_PATH) ?? "/") + query
    }
}
